import { announce, copy, el, isolated, label, place, template } from './dom.js';
import { count, seconds, took } from './format.js';
import { prepare, render, renderPart } from './answer.js';
import { places, titleOf } from './citation.js';
import { rate } from './feedback.js';
import { explain } from './explain.js';

/** One question and its answer. */
export class Turn {

  #part = '';
  #drawn = false;
  #model;

  /** @param on what its buttons do: again(question), retry(turn) */
  constructor(question, model, on) {
    this.element = template('t-turn');
    this.question = question;
    this.answer = null;
    this.#model = model;
    this.#find('.question').textContent = question;
    this.#find('.problem button').addEventListener('click', () => on.retry(this));
    this.#find('.again').addEventListener('click', () => on.again(question));
    this.#find('.copy').addEventListener('click', () => this.#copy());
    rate(this.element, () => this.answer);
    explain(this.element, () => this.answer);
  }

  #find(selector) {
    return this.element.querySelector(selector);
  }

  /** Begins, perhaps once more. */
  searching() {
    this.#part = '';
    this.element.classList.remove('over');
    this.#find('.problem').hidden = true;
    this.#find('.answer').replaceChildren();
    this.#find('.answer').setAttribute('aria-busy', 'true');
    this.status('Searching your documents…');
    prepare(this.#model);
  }

  status(text) {
    this.#find('.status-text').textContent = text;
  }

  found({ citations }) {
    const documents = new Set(citations.map((citation) => citation.documentId)).size;
    this.status(`Reading ${count(citations.length, 'passage')} in ${count(documents, 'document')}…`);
  }

  piece({ text }) {
    if (this.#part === '') {
      this.status('Writing…');
      this.#find('.answer').classList.add('writing');
    }
    this.#part += text;
    if (!this.#drawn) {
      this.#drawn = true;
      requestAnimationFrame(() => {
        this.#drawn = false;
        if (this.answer === null && this.#part !== '') {
          renderPart(this.#find('.answer'), this.#part, this.#model);
        }
      });
    }
  }

  #over() {
    this.element.classList.add('over');
    this.#find('.answer').classList.remove('writing');
    this.#find('.answer').removeAttribute('aria-busy');
  }

  async done(answer) {
    await prepare(answer.model).catch(() => {});
    this.answer = answer;
    this.#over();
    this.element.classList.toggle('not-found', answer.status === 'not_found');
    const lost = render(this.#find('.answer'), answer);
    this.#doubts(answer, lost);
    this.#searched(answer);
    this.#notice(answer.notice);
    this.#places(answer);
    this.#find('.actions').hidden = false;
    this.#find('.made').textContent = `${answer.model === 'extractive' ? 'quoted' : label(answer.model)} · ${took(answer.tookMs)}`;
  }

  #doubts(answer, lost) {
    const unsupported = answer.sentences.filter((sentence) => sentence.support === 'unsupported');
    this.#find('.doubts').hidden = unsupported.length === 0;
    this.#find('.doubts').replaceChildren(...unsupported.map((sentence) => el('li', {},
      `Not borne out: ${sentence.reason ?? 'the cited passages do not say it'}. `,
      (lost.includes(sentence) || unsupported.length > 1) && el('span', { class: 'said', dir: 'auto' }, `“${sentence.text}”`))));
  }

  #searched(answer) {
    const differs = answer.searchedFor && answer.searchedFor.trim() !== answer.question.trim();
    this.#find('.searched').hidden = !differs;
    if (differs) {
      this.#find('.searched').replaceChildren('Searched for ', isolated(answer.searchedFor));
    }
  }

  #notice(notice) {
    this.#find('.notice').hidden = !notice;
    this.#find('.notice').textContent = notice ?? '';
  }

  #places(answer) {
    const notFound = answer.status === 'not_found';
    const shown = notFound ? answer.closest : answer.citations;
    const section = this.#find('.places');
    section.hidden = shown.length === 0;
    section.querySelector('h3').textContent = notFound
      ? 'The closest passages, which do not answer it'
      : count(shown.length, 'source');
    section.querySelector('ol').replaceChildren(
      ...places(notFound ? shown.map((one) => ({ ...one, closest: true })) : shown, answer, notFound));
  }

  stopped() {
    this.#over();
    this.#trouble('Stopped.');
  }

  failed(problem) {
    this.#over();
    if (problem.status !== 429 && problem.status !== 503) {
      this.#trouble(problem.message);
      return;
    }
    const wait = problem.retryAfter ?? 10;
    const button = this.#trouble(`${problem.message.replace(/\.?$/, '.')} Try again in ${seconds(wait)}.`);
    button.disabled = true;
    setTimeout(() => {
      button.disabled = false;
      this.#find('.problem p').textContent = 'You can try again now.';
    }, wait * 1000);
  }

  #trouble(text) {
    this.#find('.problem').hidden = false;
    this.#find('.problem p').textContent = text;
    const button = this.#find('.problem button');
    button.disabled = false;
    return button;
  }

  async #copy() {
    const { answer, citations } = this.answer;
    const sources = citations.map((citation) => {
      const where = place(citation);
      return `[${citation.number}] ${titleOf(citation)}${where ? `, ${where}` : ''}\n    “${citation.quote.trim()}”\n    ${location.origin}${citation.link}`;
    });
    await copy(sources.length === 0 ? answer : `${answer}\n\nSources\n${sources.join('\n')}\n`);
    const button = this.#find('.copy');
    const text = button.lastChild;
    text.data = 'Copied';
    announce('Copied with its sources');
    setTimeout(() => { text.data = 'Copy'; }, 1800);
  }
}
