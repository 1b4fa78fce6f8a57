import { byId, el, isForBrowser, isolated, label, place } from './dom.js';

/** Numbered markers, the card that a marker shows, and the list of places below an answer. */

let open = (citation) => location.assign(citation.link);

/** Who opens a source beside the chat. */
export function onOpen(opener) {
  open = opener;
}

export function titleOf(citation) {
  return label(citation.title) || label(citation.source) || 'Untitled document';
}

/** The viewer's address of a citation, which also says what answer it is from. */
export function address(citation, answer) {
  const n = citation.closest ? '' : `&n=${citation.number}`;
  return answer?.id ? `${citation.link}#answer=${encodeURIComponent(answer.id)}${n}` : citation.link;
}

function link(citation, answer, attributes, ...children) {
  const go = (event) => {
    if (!isForBrowser(event)) {
      event.preventDefault();
      hide();
      open(citation, answer, event.currentTarget);
    }
  };
  return el('a', { href: address(citation, answer), onclick: go, ...attributes }, ...children);
}

export function marker(citation, answer) {
  const anchor = link(citation, answer,
    { class: 'marker', 'aria-label': `Source ${citation.number}: ${titleOf(citation)}`, 'data-number': citation.number },
    String(citation.number));
  hover(anchor, citation);
  return anchor;
}

/** The sources of an answer, or the closest passages of one that was not found. */
export function places(citations, answer, withQuotes) {
  return citations.map((citation) => {
    const where = place(citation) || label(citation.source);
    const anchor = link(citation, answer, { class: 'place', 'data-number': citation.number },
      withQuotes ? null : el('span', { class: 'marker', 'aria-hidden': 'true' }, String(citation.number)),
      el('span', { class: 'place-text' },
        isolated(titleOf(citation), { class: 'place-title' }),
        where && el('span', { class: 'place-where', dir: 'auto' }, where),
        withQuotes && el('span', { class: 'place-quote', dir: 'auto' }, citation.quote)));
    if (!withQuotes) {
      hover(anchor, citation);
    }
    return el('li', {}, anchor);
  });
}

/* The card. It stays while the pointer is on it and goes with Escape (WCAG 1.4.13). */

const SHOW_AFTER = 120;
const HIDE_AFTER = 180;

let timer = 0;
let owner = null;

function hover(anchor, citation) {
  const later = (action, wait) => {
    clearTimeout(timer);
    timer = setTimeout(action, wait);
  };
  anchor.addEventListener('pointerenter', (event) => {
    if (event.pointerType !== 'touch') {
      later(() => show(anchor, citation), SHOW_AFTER);
    }
  });
  anchor.addEventListener('pointerleave', () => later(hide, HIDE_AFTER));
  anchor.addEventListener('focus', () => {
    if (anchor.matches(':focus-visible')) {
      show(anchor, citation);
    }
  });
  anchor.addEventListener('blur', () => later(hide, HIDE_AFTER));
}

function show(anchor, citation) {
  const card = byId('card');
  clearTimeout(timer);
  owner?.removeAttribute('aria-describedby');
  owner = anchor;
  anchor.setAttribute('aria-describedby', 'card');
  const where = place(citation);
  card.replaceChildren(
    el('p', { class: 'card-title' }, isolated(titleOf(citation))),
    el('p', { class: 'card-place' }, el('span', { dir: 'auto' }, where || label(citation.source))),
    el('blockquote', { dir: 'auto' }, citation.quote),
    el('p', { class: 'card-hint' }, 'Click or Enter opens the document here'));
  if (!card.matches(':popover-open')) {
    card.showPopover();
  }
  put(card, anchor.getBoundingClientRect());
}

function put(card, beside) {
  const margin = 8;
  const { width, height } = card.getBoundingClientRect();
  const left = Math.min(Math.max(margin, beside.left + beside.width / 2 - width / 2), innerWidth - width - margin);
  const fitsBelow = beside.bottom + margin + height < innerHeight;
  const fitsAbove = beside.top - margin - height > 0;
  const top = fitsBelow || !fitsAbove ? beside.bottom + margin : beside.top - margin - height;
  card.style.left = `${left}px`;
  card.style.top = `${Math.max(margin, Math.min(top, innerHeight - height - margin))}px`;
}

export function hide() {
  clearTimeout(timer);
  const card = byId('card');
  owner?.removeAttribute('aria-describedby');
  owner = null;
  if (!card.matches(':popover-open')) {
    return false;
  }
  card.hidePopover();
  return true;
}

byId('card').addEventListener('pointerenter', () => clearTimeout(timer));
byId('card').addEventListener('pointerleave', () => { timer = setTimeout(hide, HIDE_AFTER); });
document.addEventListener('scroll', (event) => event.target !== byId('card') && hide(), { capture: true, passive: true });
