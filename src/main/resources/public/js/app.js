import { byId } from './dom.js';
import { get, Problem } from './api.js';
import * as token from './token.js';
import * as chat from './chat.js';
import * as citation from './citation.js';
import * as conversations from './conversations.js';
import * as documents from './documents.js';
import * as find from './find.js';
import * as ingestion from './ingestion.js';
import * as keys from './keys.js';
import * as source from './source.js';
import { tell } from './server.js';
import { welcome } from './welcome.js';

/** Starts the page, and shows the view that its address names. */

const viewed = /^\/documents\/([^/]+)$/.exec(location.pathname);

citation.onOpen(source.open);

function route(again = false) {
  const id = /^#c=([\w-]+)$/.exec(location.hash)?.[1];
  const inDocuments = location.hash === '#documents';
  const inGaps = location.hash === '#gaps';
  menu(false);
  citation.hide();
  if (source.isOpen() && !history.state?.source) {
    source.hide();
  }
  byId('chat').hidden = inDocuments || inGaps;
  byId('documents').hidden = !inDocuments;
  byId('gaps').hidden = !inGaps;
  byId('to-documents').toggleAttribute('aria-current', inDocuments);
  byId('to-gaps').toggleAttribute('aria-current', inGaps);
  ingestion.watch(inDocuments);
  if (inDocuments) {
    document.title = 'Documents – Docent';
    documents.refresh();
    byId('documents-title').focus({ preventScroll: true });
  } else if (inGaps) {
    showGaps();
  } else if (id) {
    chat.open(id);
  } else {
    chat.begin(again);
    welcome(chat.ask);
  }
  conversations.mark(inDocuments || inGaps ? null : id ?? null);
}

let gaps = null;

/** Few look at them: loaded when somebody does. */
async function showGaps() {
  document.title = 'Gaps – Docent';
  byId('gaps-title').focus({ preventScroll: true });
  gaps ??= import('./gaps.js').then((loaded) => {
    loaded.start((question) => { go(''); chat.ask(question); });
    return loaded;
  });
  (await gaps).refresh();
}

/** Goes to a view, and to it again where it is in view already. */
function go(hash) {
  if (location.hash === hash || (hash === '' && location.hash === '')) {
    route(true);
  } else {
    history.pushState(null, '', `/${hash}`);
    route(true);
  }
}

function menu(open) {
  byId('side').classList.toggle('open', open);
  byId('scrim').hidden = !open;
  byId('main').inert = open;
  const wasOpen = byId('menu').getAttribute('aria-expanded') === 'true';
  byId('menu').setAttribute('aria-expanded', String(open));
  if (open) {
    byId('new').focus();
  } else if (wasOpen && byId('side').contains(document.activeElement)) {
    byId('menu').focus();
  }
  return wasOpen;
}

function leaveField() {
  const field = document.activeElement;
  const isField = field?.matches('#question, #filter-text');
  if (isField) {
    field.blur();
    byId('main').focus({ preventScroll: true });
  }
  return isField;
}

const lastTurn = () => [...document.querySelectorAll('.turn')].at(-1);

const KEYS = [
  ['/', 'Ask a question', () => { if (byId('chat').hidden) { go(''); } chat.focus(); }],
  ['n', 'New conversation; with Alt also while typing', () => go('')],
  ['d', 'Documents', () => go('#documents')],
  ['g', 'Gaps: what the documents left open', () => go('#gaps'), 'for-administrators'],
  ['c', 'Conversations', () => { if (getComputedStyle(byId('menu')).display && byId('menu').offsetParent) { menu(true); } byId('conversations').querySelector('a')?.focus(); }],
  ['o', 'Open the first source of the last answer', () => lastTurn()?.querySelector('a.marker, a.place')?.click()],
  ['k', 'Previous citation', () => source.step(-1)],
  ['j', 'Next citation', () => source.step(1)],
  ['f', 'Find in the open document', () => source.isOpen() && find.toggle()],
  ['e', 'Explain the last answer', () => lastTurn()?.querySelector('.explain')?.click()],
];

function startChat() {
  conversations.start((id) => id === chat.currentId() && go(''));
  documents.start((document) => { go(''); chat.about(document); });
  window.addEventListener('popstate', () => {
    if (history.state?.source && !source.isOpen()) {
      history.replaceState({ ...history.state, source: false }, '');
    }
    if (source.isOpen() && !history.state?.source) {
      source.hide();
    } else {
      route();
    }
  });
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href^="/#"], .brand a');
    if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      go(link.hash);
    }
  });
  byId('top-new').addEventListener('click', () => go(''));
  byId('menu').addEventListener('click', () => menu(!byId('side').classList.contains('open')));
  byId('scrim').addEventListener('click', () => menu(false));
  window.addEventListener('docent:indexed', () => {
    welcome(chat.ask);
    source.forget();
    if (!byId('documents').hidden) {
      documents.refresh();
    }
  });
  if (history.state?.source) {
    history.replaceState({ ...history.state, source: false }, '');
  }
  route();
}

/** A link to a document, from an e-mail perhaps; where it says which answer it is from, with that answer's citations. */
async function startViewer(id) {
  document.body.classList.add('viewer');
  byId('source-title').setAttribute('aria-level', '1');
  byId('source').setAttribute('role', 'main');
  const query = new URLSearchParams(location.search);
  const fragment = new URLSearchParams(location.hash.slice(1));
  const offset = (name) => /^\d+$/.test(query.get(name) ?? '') ? Number(query.get(name)) : null;
  const plain = () => source.openDocument(id, offset('start'), offset('end'), query.get('hash'), fragment.get('quote'));
  if (!fragment.has('answer')) {
    await plain();
    return;
  }
  const answer = await get(`/api/answers/${encodeURIComponent(fragment.get('answer'))}`).catch(() => null);
  const all = answer ? [...answer.citations, ...answer.closest.map((one) => ({ ...one, closest: true }))] : [];
  const cited = all.find((one) => one.documentId === id && one.start === offset('start') && one.end === offset('end'));
  await (cited ? source.open(cited, answer) : plain());
}

window.addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof Problem) {
    tell(event.reason.message);
  }
});

await token.fromAddress();
token.showWhatIsAllowed();
keys.start(KEYS, [citation.hide, () => byId('side').classList.contains('open') && menu(false), find.close, leaveField, source.close, chat.stop]);
if (viewed) {
  await startViewer(decodeURIComponent(viewed[1]));
} else {
  startChat();
}
