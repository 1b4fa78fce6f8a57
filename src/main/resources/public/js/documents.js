import { announce, byId, confirmed, el, icon, isForBrowser, isolated, label, renew } from './dom.js';
import { get, remove } from './api.js';
import { tell } from './server.js';
import { count, date, kind, number } from './format.js';
import { isReader } from './token.js';
import * as upload from './upload.js';
import * as source from './source.js';

/** The documents: found by name, added, deleted. */

const AT_ONCE = 100;

const list = byId('document-list');
const field = byId('filter-text');

let look = 0;
let onAsk = () => {};

export function start(ask) {
  onAsk = ask;
  upload.start(() => { source.forget(); refresh(); });
  let typing = 0;
  field.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(refresh, 150);
  });
  byId('filter').addEventListener('submit', (event) => {
    event.preventDefault();
    refresh();
  });
  byId('more').addEventListener('click', () => load(list.childElementCount));
}

export const refresh = () => load(0);

async function load(offset) {
  const mine = ++look;
  const words = field.value.trim();
  let found;
  try {
    found = await get(`/api/documents?q=${encodeURIComponent(words)}&offset=${offset}&limit=${AT_ONCE}`);
  } catch (error) {
    tell(error.message);
    return;
  }
  if (mine !== look) {
    return;
  }
  const rows = found.documents.map(row);
  if (offset === 0) {
    renew(list, rows);
  } else {
    list.append(...rows);
    rows[0]?.querySelector('a').focus();
  }
  byId('documents-count').textContent = words ? `${number(found.total)} found` : count(found.total, 'document');
  byId('documents-none').hidden = found.total > 0;
  byId('documents-none').textContent = words ? 'No document has this in its title or name.'
    : isReader() ? 'There are no documents yet.' : 'There are no documents yet. Drop some above, or put them into the watched folder.';
  byId('more').hidden = list.childElementCount >= found.total;
}

function row(document) {
  const { id, source: name, upload: uploaded, mediaType, passages, indexedAt, characters } = document;
  const title = label(document.title) || label(name);
  const open = (event) => {
    if (!isForBrowser(event)) {
      event.preventDefault();
      source.open({ documentId: id, title, source: name, start: null, end: null, link: `/documents/${id}` }, null, event.currentTarget);
    }
  };
  const facts = [
    label(name) !== title && isolated(name), kind(mediaType, name),
    el('span', { class: 'state' }, passages > 0 ? `indexed, ${count(passages, 'passage')}` : characters === 0 ? 'no text in it' : 'no passages'),
    date(indexedAt),
  ].filter(Boolean);
  return el('li', {},
    el('a', { class: 'title', href: `/documents/${id}`, onclick: open }, isolated(title)),
    el('p', { class: 'facts' }, facts.map((fact) => el('span', {}, fact))),
    el('span', { class: 'buttons' },
      el('button', { class: 'plain', type: 'button', 'aria-label': `Ask only ${title}`, onclick: () => onAsk(document) }, 'Ask'),
      uploaded && el('button', { class: 'icon for-administrators', type: 'button', 'aria-label': `Delete ${title}`, onclick: () => del(id, title) }, icon('delete'))));
}

async function del(id, title) {
  if (!await confirmed('Delete this document?', `“${title}” leaves the index; answers no longer draw on it.`)) {
    return;
  }
  try {
    await remove(`/api/documents/${id}`);
    announce(`${title} was deleted`);
  } catch (error) {
    tell(error.message || 'Docent cannot be reached; the document was not deleted.');
  }
  source.forget();
  await refresh();
  byId('documents-title').focus();
}
