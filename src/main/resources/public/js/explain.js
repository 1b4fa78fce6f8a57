import { el, isolated, label, place } from './dom.js';
import { get } from './api.js';
import { titleOf } from './citation.js';

/** How an answer came about: the passages that were considered, their scores, and why some were not used. */
export function explain(turn, answerOf) {
  const section = turn.querySelector('.explanation');
  const button = turn.querySelector('.explain');
  button.addEventListener('click', async () => {
    const open = section.hidden;
    section.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open && section.childElementCount === 0) {
      section.append(el('p', { class: 'soft' }, 'Looking it up…'));
      try {
        section.replaceChildren(...await content(answerOf()));
      } catch (error) {
        section.replaceChildren();
        section.hidden = true;
        button.setAttribute('aria-expanded', 'false');
        throw error;
      }
    }
  });
}

async function content(answer) {
  if (answer.explanation) {
    const { passages, confidence, threshold } = answer.explanation;
    const sure = `The documents hold the answer with a confidence of ${percent(confidence)}; below ${percent(threshold)} Docent says that they do not.`;
    return [el('h3', {}, 'How this answer came about'), el('p', { class: 'soft' }, passages.length > 0 ? sure : 'The document was summarised as a whole; no passages were ranked.'), ...list(passages)];
  }
  // The explanation is told with the answer and not kept; the search of today is.
  const { passages } = await get(`/api/search?q=${encodeURIComponent(answer.searchedFor)}&limit=20`);
  const cites = (passage) => answer.citations.some((citation) => citation.documentId === passage.documentId
    && citation.start >= passage.start && citation.end <= passage.end);
  return [el('h3', {}, 'What the same search finds now'),
    el('p', { class: 'soft' }, 'How an answer came about is told when it is given. This is what its search finds today.'),
    ...list(passages.map((passage) => ({ ...passage, used: cites(passage), cut: null })))];
}

const percent = (share) => `${Math.round(share * 100)} %`;

const SCORES = [
  ['words', 'Words', 'BM25 of the words of the question'],
  ['meaning', 'Meaning', 'Likeness of the passage as a whole to the question'],
  ['tokens', 'Terms', 'Likeness word by word'],
  ['sentences', 'Sentences', 'Chance that one of its sentences answers'],
  ['fused', 'Together', 'What passages are ordered by'],
];

function list(passages) {
  const most = Object.fromEntries(SCORES.map(([key]) => [key, Math.max(1e-9, ...passages.map((p) => p.scores[key] ?? 0))]));
  return passages.map((passage) => {
    const where = place(passage);
    return el('div', { class: 'considered' },
      el('span', { class: `verdict${passage.used ? ' used' : ''}` }, passage.used ? 'cited' : 'not used'),
      el('a', { href: `/documents/${passage.documentId}?start=${passage.start}&end=${passage.end}`, target: '_blank', rel: 'noopener' },
        isolated(titleOf(passage))),
      where && el('span', { class: 'considered-place', dir: 'auto' }, where),
      el('p', { class: 'considered-text', dir: 'auto' }, passage.text),
      passage.cut && el('p', {}, `Not used: ${label(passage.cut)}.`),
      el('ul', { class: 'scores', 'aria-label': 'Scores' }, SCORES.filter(([key]) => passage.scores[key] !== undefined).map(([key, name, what]) =>
        el('li', { class: 'score', title: what }, el('span', {}, name), el('b', {}, passage.scores[key].toFixed(key === 'words' ? 2 : 3)),
          el('progress', { max: most[key], value: Math.max(0, passage.scores[key]), 'aria-hidden': 'true' })))));
  });
}
