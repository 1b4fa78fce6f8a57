import { byId } from './dom.js';
import { number } from './format.js';

/** Finding words in the document that is open. */

const MOST = 2000;

let text = null;
let matches = [];
let at = -1;

const form = byId('find');
const field = byId('find-text');
const button = byId('source-find');
const highlights = globalThis.CSS?.highlights;

/** Another document is open, or none. */
export function inText(documentText) {
  text = documentText;
  close();
}

export function toggle() {
  if (form.hidden) {
    form.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    field.focus();
    field.select();
    search();
  } else {
    close();
    button.focus();
  }
}

/** @returns whether it was open */
export function close() {
  const wasOpen = !form.hidden;
  form.hidden = true;
  button.setAttribute('aria-expanded', 'false');
  clear();
  return wasOpen;
}

function clear() {
  matches = [];
  at = -1;
  highlights?.delete('found');
  highlights?.delete('found-here');
  byId('find-count').textContent = '';
}

function search() {
  clear();
  const words = field.value.trim().split(/\s+/u).filter(Boolean).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (text === null || words.length === 0) {
    return;
  }
  for (const match of text.text.matchAll(new RegExp(words.join('\\s+'), 'giu'))) {
    matches.push({ start: match.index, end: match.index + match[0].length });
    if (matches.length === MOST) {
      break;
    }
  }
  highlights?.set('found', new Highlight(...matches.map(({ start, end }) => text.range(start, end))));
  step(1);
}

function step(by) {
  if (matches.length === 0) {
    byId('find-count').textContent = field.value.trim() === '' ? '' : 'Not found';
    return;
  }
  at = (at + by + matches.length) % matches.length;
  byId('find-count').textContent = `${number(at + 1)} of ${number(matches.length)}${matches.length === MOST ? ' or more' : ''}`;
  const range = text.range(matches[at].start, matches[at].end);
  if (highlights) {
    const here = new Highlight(range);
    here.priority = 1;
    highlights.set('found-here', here);
  } else {
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }
  text.reveal(range);
}

let typing = 0;
field.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(search, 150);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  step(1);
});
field.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.shiftKey) {
    event.preventDefault();
    step(-1);
  }
});
byId('find-previous').addEventListener('click', () => step(-1));
button.addEventListener('click', toggle);
