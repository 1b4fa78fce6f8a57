import { announce, byId, el, icon, label } from './dom.js';
import { chat as send, get, Gone } from './api.js';
import { back } from './server.js';
import { number } from './format.js';
import { Turn } from './turn.js';
import { prepare } from './answer.js';
import { refresh } from './conversations.js';

/** The conversation that is open, and the field to ask in. */

const LONGEST = 2000;

const field = byId('question');
const note = byId('question-note');
const turns = byId('turns');
const welcome = byId('welcome');

let conversation = { id: null };
let asking = null; // { turn, controller }
let model = 'extractive';
let scope = null;

export const currentId = () => conversation.id;

export function focus() {
  field.focus();
}

/** Begins a new conversation, unless one has just begun whose first answer is on its way. */
export function begin(again) {
  if (again || asking === null || conversation.id !== null) {
    show({ id: null });
  }
  focus();
}

/** Continues a conversation. */
export async function open(id) {
  if (id === conversation.id) {
    return;
  }
  const mine = { id };
  show(mine);
  welcome.hidden = true;
  try {
    const { title, turns: told } = await get(`/api/conversations/${encodeURIComponent(id)}`);
    if (conversation !== mine) {
      return;
    }
    name(title);
    await prepare(told.at(-1)?.model).catch(() => {});
    for (const answer of told) {
      const turn = make(answer.question);
      await turn.done(answer);
      model = answer.model;
    }
    turns.lastElementChild.scrollIntoView({ block: 'start' });
    refresh();
  } catch (error) {
    if (conversation === mine) {
      mine.id = null;
      turns.append(el('p', { class: 'soft' }, error.status === 404
        ? 'This conversation is not there any more. Ask something to begin a new one.' : error.message));
    }
  }
}

function show(next) {
  conversation = next;
  asking = null;
  turns.replaceChildren(welcome);
  welcome.hidden = false;
  name('');
  measure(); // The field keeps what is in it.
  buttons();
}

function name(title) {
  document.title = title ? `${label(title)} – Docent` : 'Docent';
  byId('top-title').textContent = label(title);
}

function make(question) {
  welcome.hidden = true;
  const turn = new Turn(question, model, { again: ask, retry: (which) => asking === null && run(which) });
  turns.append(turn.element);
  return turn;
}

function buttons() {
  byId('send').hidden = asking !== null;
  byId('stop').hidden = asking === null;
}

function tell(text, wrong = false) {
  note.textContent = text;
  note.classList.toggle('wrong', wrong);
  field.toggleAttribute('aria-invalid', wrong);
}

/** Questions go to one document until its chip is removed. */
export function about(document) {
  scope = document;
  const chip = byId('scope');
  chip.hidden = document === null;
  if (document !== null) {
    chip.replaceChildren('Asking only ', el('bdi', {}, label(document.title) || label(document.source)),
      el('button', { class: 'icon', type: 'button', 'aria-label': 'Ask all documents', onclick: () => { about(null); focus(); } }, icon('close')));
    focus();
  }
}

/** Asks a question in the open conversation. */
export function ask(question) {
  const text = question.trim();
  if (text === '' || asking !== null) {
    return false;
  }
  if (text.length > LONGEST) {
    tell(`${number(text.length)} characters; a question has at most ${number(LONGEST)}. Leave out ${number(text.length - LONGEST)}.`, true);
    return false;
  }
  tell('');
  const turn = make(text);
  if (document.title === 'Docent') {
    name(text);
  }
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  turn.element.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
  run(turn);
  return true;
}

async function run(turn) {
  const mine = conversation;
  const controller = new AbortController();
  const { signal } = controller;
  asking = { turn, controller };
  buttons();
  try {
    const answer = await answered(turn, mine, signal);
    await turn.done(answer);
    model = answer.model;
    announce(answer.status === 'not_found' ? 'Not found in the documents.' : 'Answered.');
    if (mine.id === null) {
      mine.id = answer.conversationId;
      if (conversation === mine) {
        history.replaceState(history.state, '', `#c=${mine.id}`);
      }
    }
    refresh();
  } catch (error) {
    if (signal.aborted) {
      turn.stopped();
      announce('Stopped.');
    } else {
      if (error.status === 404 && mine.id !== null) {
        mine.id = null;
      }
      turn.failed(error);
    }
  } finally {
    if (asking?.turn === turn) {
      asking = null;
      buttons();
    }
  }
}

/** Asks until there is an answer: a server that is gone is waited for. */
async function answered(turn, mine, signal) {
  for (;;) {
    turn.searching();
    try {
      return await send({
        question: turn.question, explain: true,
        ...(mine.id && { conversationId: mine.id }), ...(scope && { documentIds: [scope.id] }),
      }, signal, { found: (found) => turn.found(found), piece: (piece) => turn.piece(piece) });
    } catch (error) {
      if (!(error instanceof Gone)) {
        throw error;
      }
    }
    turn.searching();
    turn.status('Docent cannot be reached. The question is asked again as soon as it is back.');
    await Promise.race([back(), new Promise((resolve) => signal.addEventListener('abort', resolve))]);
    signal.throwIfAborted();
    const kept = await recorded(turn, mine);
    if (kept) {
      return kept;
    }
  }
}

/** The answer, where it was kept though its stream broke off. */
async function recorded(turn, mine) {
  if (mine.id === null) {
    return null;
  }
  const { turns: told } = await get(`/api/conversations/${mine.id}`).catch(() => ({ turns: [] }));
  const last = told.at(-1);
  const known = [...turns.querySelectorAll('.turn')].length;
  return last?.question === turn.question && told.length >= known ? last : null;
}

/** @returns whether there was something to stop */
export function stop() {
  if (asking === null) {
    return false;
  }
  asking.controller.abort();
  return true;
}

byId('ask').addEventListener('submit', (event) => {
  event.preventDefault();
  if (ask(field.value)) {
    field.value = '';
    grow();
  }
});

field.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    byId('ask').requestSubmit();
  } else if (event.key === 'ArrowUp' && field.value === '') {
    const last = [...turns.querySelectorAll('.question')].at(-1);
    if (last) {
      event.preventDefault();
      field.value = last.textContent;
      grow();
    }
  }
});

/** Browsers without field-sizing need help to let the field grow. */
function grow() {
  if (!CSS.supports('field-sizing', 'content')) {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  }
}

/** Says how long a question is where that is near what is allowed. */
function measure() {
  grow();
  const length = field.value.trim().length;
  if (length > LONGEST) {
    tell(`${number(length)} of ${number(LONGEST)} characters: too long by ${number(length - LONGEST)}`, true);
  } else {
    tell(length > LONGEST - 200 ? `${number(length)} of ${number(LONGEST)} characters` : '');
  }
}

field.addEventListener('input', measure);
if (field.value !== '') {
  measure(); // It was typed before the page was ready, or the browser kept it.
}

byId('stop').addEventListener('click', () => { stop(); focus(); });
