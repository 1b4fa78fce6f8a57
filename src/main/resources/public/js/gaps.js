import { announce, byId, el, icon, isolated, label } from './dom.js';
import { get, post, remove } from './api.js';
import { places } from './citation.js';
import { count, date, number } from './format.js';
import { tell } from './server.js';

/** What the documents left open: questions of one meaning together, each group to be dealt with and marked as done. */

const list = byId('gap-list');
const none = byId('gaps-none');

const CHANNELS = { http: 'page or API', slack: 'Slack', openai: 'OpenAI API', mcp: 'MCP' };

const KINDS = [['notFound', 'not found'], ['unsupported', 'not borne out'], ['unhelpful', 'not helpful']];

let done = false;
let look = 0;
let onAsk = () => {};

/** @param ask puts a question once more */
export function start(ask) {
  onAsk = ask;
  for (const button of byId('gaps-which').querySelectorAll('button')) {
    button.addEventListener('click', () => {
      done = button.id === 'gaps-done';
      refresh();
    });
  }
}

export async function refresh() {
  const mine = ++look;
  byId('gaps-open').setAttribute('aria-pressed', String(!done));
  byId('gaps-done').setAttribute('aria-pressed', String(done));
  byId('gaps-csv').href = `/api/gaps.csv?done=${done}`;
  let found;
  try {
    found = await get(`/api/gaps?done=${done}&limit=200`);
  } catch (error) {
    if (mine === look) {
      list.replaceChildren();
      say(error.message);
    }
    return;
  }
  if (mine !== look) {
    return;
  }
  list.replaceChildren(...found.gaps.map(row));
  byId('gaps-count').textContent = found.total === 0 ? '' : `${count(found.total, 'group')} of ${count(found.asked, 'question')}`;
  byId('gaps-csv').hidden = found.total === 0;
  say(found.total > 0
    ? found.total > found.gaps.length ? `The ${number(found.gaps.length)} groups that were asked most often; the download has more.` : ''
    : done ? 'Nothing is marked as done.' : 'No gaps: every question so far was answered, and nobody said that an answer did not help.');
}

function say(text) {
  none.textContent = text;
  none.hidden = text === '';
}

function row(gap) {
  const element = el('li', { class: 'gap', 'data-id': gap.id });
  element.append(...parts(gap, element));
  return element;
}

function parts(gap, element) {
  return [
    el('h3', { dir: 'auto', tabindex: -1 }, label(gap.question)),
    el('p', { class: 'facts' }, facts(gap).map((fact) => el('span', {}, fact))),
    el('ul', { class: 'kinds', 'aria-label': 'Why it is a gap' }, KINDS.filter(([name]) => gap.kinds[name] > 0)
      .map(([name, words]) => el('li', { class: `kind-${name}` }, gap.kinds[name] === gap.asked && gap.asked === 1 ? words : `${words}: ${number(gap.kinds[name])}`))),
    gap.doneAt !== null && gap.open > 0 && el('p', { class: 'again' },
      `Was marked as done, ${date(gap.doneAt)}; asked ${times(gap.open)} since.`),
    gap.comments.length > 0 && el('ul', { class: 'said', 'aria-label': 'What readers said' },
      gap.comments.map((comment) => el('li', { dir: 'auto' }, comment))),
    gap.questions.length > 1 && more(`Asked in ${gap.questions.length === 10 ? 'ten or more' : number(gap.questions.length)} ways`, 'wordings',
      gap.questions.map(({ text, asked }) => el('li', {}, isolated(text), asked > 1 && el('span', { class: 'soft' }, ` · ${times(asked)}`)))),
    gap.closest.length > 0 && more(`The closest ${gap.closest.length === 1 ? 'passage' : 'passages'}`, 'places',
      places(gap.closest.map((one) => ({ ...one, closest: true })), null, true)),
    el('p', { class: 'gap-buttons' },
      el('button', { class: 'plain', type: 'button', 'aria-label': `Ask again: ${label(gap.question)}`, onclick: () => onAsk(gap.question) }, icon('again'), 'Ask again'),
      gap.open > 0
        ? el('button', { class: 'plain mark', type: 'button', 'aria-label': `Mark as done: ${label(gap.question)}`, onclick: () => mark(gap, element) }, icon('done'), 'Mark as done')
        : el('button', { class: 'plain mark', type: 'button', 'aria-label': `Open again: ${label(gap.question)}`, onclick: () => unmark(gap, element) }, icon('again'), 'Not done yet')),
  ].filter(Boolean);
}

const times = (asked) => asked === 1 ? 'once' : asked === 2 ? 'twice' : `${number(asked)} times`;

function facts(gap) {
  const channels = gap.channels.map((name) => CHANNELS[name] ?? name).join(', ');
  return [`asked ${times(gap.asked)}`,
    gap.asked > 1 ? `last ${date(gap.lastAskedAt)}` : date(gap.lastAskedAt),
    gap.asked > 1 && `first ${date(gap.firstAskedAt)}`,
    channels !== '' && `by ${channels}`].filter(Boolean);
}

function more(title, name, items) {
  return el('details', { class: 'gap-more' }, el('summary', {}, title), name === 'places'
    ? el('div', { class: 'places not-found' }, el('ol', {}, items)) : el('ul', { class: name }, items));
}

/** The row stays until the list is made anew, so that a slip is taken back where it happened. */
async function mark(gap, element) {
  const now = await change(() => post(`/api/gaps/${encodeURIComponent(gap.id)}/done`, { upTo: gap.lastAskedAt }));
  if (now === null) {
    return;
  }
  if (now.open > 0) {
    announce('It was asked once more meanwhile, and stays open.');
    element.replaceChildren(...parts(now, element));
    return;
  }
  settled(gap, element, 'Done', 'Undo', () => unmark(gap, element));
}

async function unmark(gap, element) {
  const now = await change(() => remove(`/api/gaps/${encodeURIComponent(gap.id)}/done`));
  if (now === null) {
    return;
  }
  if (done) {
    settled(gap, element, 'Open again', 'Mark as done', () => mark(now, element));
    return;
  }
  element.classList.remove('settled');
  element.replaceChildren(...parts(now, element));
  element.querySelector('.mark').focus();
  announce('Open again.');
}

function settled(gap, element, what, action, act) {
  element.classList.add('settled');
  element.replaceChildren(
    el('p', { role: 'status' }, `${what}: `, isolated(gap.question)),
    el('button', { class: 'plain', type: 'button', 'aria-label': `${action}: ${label(gap.question)}`, onclick: act }, action));
  element.querySelector('button').focus();
}

async function change(send) {
  try {
    return await (await send()).json();
  } catch (error) {
    tell(error.message || 'Docent cannot be reached; nothing was changed.');
    if (error.status === 404) {
      refresh();
    }
    return null;
  }
}
