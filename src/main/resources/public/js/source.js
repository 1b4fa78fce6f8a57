import { byId, el, isForBrowser, isolated, label } from './dom.js';
import { get } from './api.js';
import { kind } from './format.js';
import { address, hide as hideCard, titleOf } from './citation.js';
import { DocumentText, outline } from './text.js';
import * as find from './find.js';

/** The viewer of a document: beside the chat, or a page of its own at /documents/{id}. */

const aside = byId('source');
const note = byId('source-note');
const body = byId('source-text');
const pageBox = byId('source-page');
const pdfButton = byId('source-pdf');

let shown = null; // { citation, answer, list, index }
let loaded = null; // { id, document, content, text }
let opener = null;
let turn = 0;

// On a small screen it covers everything else, which must then be out of reach for the keyboard too.
const covering = matchMedia('(max-width: 60rem)');

function cover() {
  const covers = !aside.hidden && covering.matches;
  for (const other of ['main', 'side']) {
    byId(other).inert = covers;
  }
  document.querySelector('.top').inert = covers;
}

covering.addEventListener('change', cover);

export const isOpen = () => !aside.hidden;

/** Opens what a citation names, and steps through the others of its answer. */
export async function open(citation, answer, from = null) {
  const list = answer ? (citation.closest ? answer.closest : answer.citations) : [];
  const index = list.findIndex((other) => other.number === citation.number);
  opener = from ?? opener;
  if (aside.hidden && !document.body.classList.contains('viewer')) {
    history.pushState({ ...history.state, source: true }, '');
  }
  aside.hidden = false;
  cover();
  await show({ citation, answer, list, index });
}

/** Opens a document without a citation. */
export const openDocument = (id, start = null, end = null, hash = null, quote = null) =>
  open({ documentId: id, title: '', source: '', start, end, hash, quote, link: `/documents/${id}` }, null);

async function show(next) {
  const mine = ++turn;
  shown = next;
  const { citation, answer, list, index } = next;
  byId('source-title').textContent = titleOf(citation);
  byId('source-steps').hidden = list.length < 2;
  byId('source-step').textContent = `${index + 1} of ${list.length}`;
  byId('source-open').href = address(citation, answer);
  byId('source-file').href = `/api/documents/${citation.documentId}/file`;
  say('');
  showPdf(false);
  for (const current of document.querySelectorAll('.marker[aria-current], .place[aria-current]')) {
    current.removeAttribute('aria-current');
  }
  const number = citation.closest ? null : citation.number;
  opener?.closest?.('.turn')?.querySelectorAll(`[data-number="${number}"]`).forEach((link) => link.setAttribute('aria-current', 'true'));
  byId('source-title').focus({ preventScroll: true });
  try {
    await load(citation.documentId);
  } catch (error) {
    if (mine === turn) {
      missing(error, citation);
    }
    return;
  }
  if (mine === turn) {
    head(citation);
    point(citation);
  }
}

async function load(id) {
  if (loaded?.id === id && !loaded.stale) {
    return;
  }
  body.replaceChildren(el('p', { class: 'soft waiting' }, 'Opening…'));
  const [content, about] = await Promise.all([get(`/api/documents/${id}/text`), get(`/api/documents/${id}`)]);
  const isCode = /^text\/(x-|css|javascript)|^application\/(json|xml|javascript)/.test(about.mediaType);
  loaded = { id, about, content, text: new DocumentText(body, content, document.body.classList.contains('viewer') ? 1 : 2, isCode) };
  find.inText(loaded.text);
  contents();
}

function head(citation) {
  const { about, content } = loaded;
  const title = label(content.title) || label(about.source);
  byId('source-title').textContent = title;
  if (document.body.classList.contains('viewer')) {
    document.title = `${title} – Docent`;
  }
  const where = [isolated(about.source), kind(about.mediaType, about.source)];
  if (citation.page) {
    where.push(`page ${citation.page}`);
  }
  byId('source-place').replaceChildren(...where.map((part) => el('span', {}, part)));
  pdfButton.hidden = about.mediaType !== 'application/pdf';
}

/** Highlights a citation; where its document was replaced since, wherever its words stand now. */
function point({ start, end, hash, quote }) {
  const { text, content } = loaded;
  if (start === null || end === null || !(start < end)) {
    text.highlight(0, 0);
    return;
  }
  if (!hash || hash === content.hash) {
    text.highlight(start, Math.min(end, text.text.length));
    return;
  }
  const again = quote ? text.find(quote, start) : null;
  if (again) {
    say('This document was replaced since. The quote stands in its new version, here.');
    text.highlight(again.start, again.end);
    return;
  }
  say(quote
    ? 'This document was replaced since, and the quote is not in it any more. It stood about here.'
    : 'This document was replaced since; what was cited may have changed or moved. It stood about here.');
  text.highlight(0, 0);
  text.scrollTo(Math.min(start, Math.max(0, text.text.length - 1)));
}

function missing(error, { quote }) {
  loaded = null;
  find.inText(null);
  byId('outline').hidden = true;
  say(error.status === 404 ? 'This document is not in the index any more.' : error.message);
  body.replaceChildren(...(quote ? [el('p', { class: 'stretch' }, el('mark', {}, quote))] : []));
}

function say(text) {
  note.hidden = text === '';
  note.textContent = text;
}

function contents() {
  const entries = outline(loaded.content);
  byId('source-outline').hidden = entries.length === 0;
  toggleContents(false);
  byId('outline').firstElementChild.replaceChildren(...entries.map(({ name, start, depth }) => el('li', {},
    el('a', {
      href: `#${start}`, dir: 'auto', class: depth === 0 ? null : depth === 1 ? 'deep' : 'deeper',
      onclick: (event) => {
        event.preventDefault();
        showPdf(false);
        loaded.text.scrollTo(start);
        body.focus({ preventScroll: true });
      },
    }, name || '…'))));
}

function toggleContents(open) {
  byId('outline').hidden = !open;
  byId('source-outline').setAttribute('aria-expanded', String(open));
}

/** Steps to another citation of the same answer. */
export function step(by) {
  const { list, index, citation, answer } = shown ?? {};
  if (isOpen() && list.length > 1) {
    const next = (index + by + list.length) % list.length;
    show({ answer, list, index: next, citation: { ...list[next], closest: citation.closest } });
  }
}

/** Closes it and goes back to where it was opened from. */
export function close() {
  if (aside.hidden || document.body.classList.contains('viewer')) {
    return false;
  }
  if (history.state?.source) {
    history.back();
  } else {
    hide();
  }
  return true;
}

export function hide() {
  aside.hidden = true;
  cover();
  find.close();
  for (const current of document.querySelectorAll('.marker[aria-current], .place[aria-current]')) {
    current.removeAttribute('aria-current');
  }
  const target = opener;
  opener = null;
  (target?.isConnected ? target : byId('question')).focus({ preventScroll: true });
  hideCard();
}

/** Documents were replaced or deleted: what is kept here may be old. */
export function forget() {
  if (loaded) {
    loaded.stale = true;
  }
}

async function showPdf(on) {
  pdfButton.setAttribute('aria-pressed', String(on));
  pageBox.hidden = !on;
  body.hidden = on;
  if (!on) {
    return;
  }
  const { citation } = shown;
  const page = citation.page ?? pageAt(citation.start ?? 0);
  try {
    const { draw } = await import('./pdfpage.js');
    await draw(citation.documentId, page, citation.quote ?? quoteOf(citation), titleOf(loaded.about));
  } catch (error) {
    showPdf(false);
    say(`The original page cannot be shown (${error.message}). The original file can be downloaded.`);
  }
}

const quoteOf = ({ start, end, hash }) => start < end && (!hash || hash === loaded.content.hash) ? loaded.text.text.slice(start, end) : '';

const pageAt = (offset) => loaded.content.pages.findLast(({ start }) => start <= offset)?.number ?? 1;

byId('source-close').addEventListener('click', close);
byId('source-previous').addEventListener('click', () => step(-1));
byId('source-next').addEventListener('click', () => step(1));
byId('source-outline').addEventListener('click', () => toggleContents(byId('outline').hidden));
pdfButton.addEventListener('click', () => showPdf(pageBox.hidden));
byId('source-back').addEventListener('click', (event) => {
  // Opened from the chat in the same tab: the chat is where the reader left it.
  if (!isForBrowser(event) && document.referrer.startsWith(`${location.origin}/`) && history.length > 1) {
    event.preventDefault();
    history.back();
  }
});
