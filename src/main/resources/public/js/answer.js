import { el } from './dom.js';
import { marker } from './citation.js';

/**
 * The text of an answer with its markers made links and its unsupported sentences marked. Quoted text is shown as it is;
 * what a model wrote is Markdown.
 */

let markdown = null;

export const isWritten = (model) => Boolean(model) && model !== 'extractive';

/** Makes sure that a model's answer can be rendered at once. */
export async function prepare(model) {
  if (isWritten(model)) {
    markdown ??= await import('./markdown.js');
  }
}

/** Shows what has come so far; its markers lead nowhere yet. */
export function renderPart(element, text, model) {
  element.replaceChildren(isWritten(model) && markdown ? markdown.render(text) : paragraphs(text));
  replaceMarkers(element, (number) => el('span', { class: 'marker' }, String(number)));
}

/** Shows a whole answer. */
export function render(element, answer) {
  const byNumber = new Map(answer.citations.map((citation) => [citation.number, citation]));
  const written = isWritten(answer.model);
  if (written && markdown) {
    element.replaceChildren(markdown.render(answer.answer));
  } else {
    element.replaceChildren(quoted(answer, byNumber) ?? paragraphs(answer.answer));
  }
  if (written || !element.querySelector('.marker')) {
    replaceMarkers(element, (number) => byNumber.has(number) ? marker(byNumber.get(number), answer) : null);
  }
  return markUnsupported(element, answer.sentences.filter((sentence) => sentence.support === 'unsupported'));
}

function paragraphs(text) {
  const fragment = document.createDocumentFragment();
  for (const paragraph of text.split(/\n{2,}/)) {
    fragment.append(el('p', { class: 'text', dir: 'auto' }, paragraph));
  }
  return fragment;
}

/**
 * An answer of quotes, sentence by sentence: a document may itself hold something that looks like a marker, so where the
 * markers stand is worked out from the sentences, as the server puts them. Null where the two do not agree.
 */
function quoted(answer, byNumber) {
  const fragment = document.createDocumentFragment();
  let paragraph = null;
  let rest = answer.answer;
  for (const sentence of answer.sentences) {
    const gap = /^\s*/.exec(rest)[0];
    rest = rest.slice(gap.length);
    const end = sentence.citations.length === 0 ? sentence.text : sentence.text.replace(/[.!?。！？:]+$/u, '').trimEnd();
    const markers = sentence.citations.map((number) => `[${number}]`).join('');
    const stop = sentence.citations.length === 0 ? '' : /[.!?。！？:]*$/u.exec(sentence.text)[0];
    const whole = end + (markers ? ` ${markers}` : '') + stop;
    if (!rest.startsWith(whole)) {
      return null;
    }
    rest = rest.slice(whole.length);
    if (paragraph === null || gap.includes('\n\n')) {
      paragraph = el('p', { class: 'text', dir: 'auto' });
      fragment.append(paragraph);
    } else {
      paragraph.append(gap);
    }
    paragraph.append(el('span', { class: 'isolated' }, end));
    for (const number of sentence.citations) {
      const citation = byNumber.get(number);
      paragraph.append(citation ? marker(citation, answer) : `[${number}]`);
    }
    paragraph.append(stop);
  }
  return rest.trim() === '' && paragraph !== null ? fragment : null;
}

function textNodes(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT,
    (node) => node.parentElement.closest('.marker, .doubt') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const nodes = [];
  while (walker.nextNode()) {
    nodes.push(walker.currentNode);
  }
  return nodes;
}

/** Puts something in place of each [n] outside of code; what comes back as null stays text. */
function replaceMarkers(element, make) {
  for (const node of textNodes(element)) {
    if (node.parentElement.closest('code, pre')) {
      continue;
    }
    const parts = node.data.split(/(\s?\[\d{1,3}\])/u);
    if (parts.length === 1) {
      continue;
    }
    node.replaceWith(...parts.filter(Boolean).map((part) => {
      const number = /^\s?\[(\d{1,3})\]$/u.exec(part);
      return (number && make(Number(number[1]))) ?? part;
    }));
  }
}

/**
 * Marks each sentence where it stands. Sentences are told without markers and perhaps without Markdown's signs, so only
 * letters and digits are compared.
 *
 * @returns the sentences that could not be found
 */
function markUnsupported(element, sentences) {
  const lost = [];
  let from = 0;
  for (const sentence of sentences) {
    const { letters, places } = lettersOf(element);
    const wanted = bare(sentence.text);
    let at = wanted === '' ? -1 : letters.indexOf(wanted, from);
    if (at < 0 && wanted !== '') {
      at = letters.indexOf(wanted);
    }
    if (at < 0) {
      lost.push(sentence);
      continue;
    }
    from = at + wanted.length;
    wrap(places.slice(at, from), sentence.reason ?? 'the cited passages do not bear it out');
  }
  return lost;
}

const LETTER = /[\p{L}\p{N}]/u;

const bare = (text) => Array.from(text.replace(/\[\d{1,3}\]/g, '')).filter((c) => LETTER.test(c)).join('').toLowerCase();

function lettersOf(element) {
  let letters = '';
  const places = [];
  for (const node of textNodes(element)) {
    let offset = 0;
    for (const character of node.data) {
      if (LETTER.test(character)) {
        const lower = character.toLowerCase();
        letters += lower;
        for (let i = 0; i < lower.length; i++) {
          places.push({ node, start: offset, end: offset + character.length });
        }
      }
      offset += character.length;
    }
  }
  return { letters, places };
}

function wrap(places, reason) {
  const ranges = [];
  for (const { node, start, end } of places) {
    const last = ranges.at(-1);
    if (last?.node === node) {
      last.end = end;
    } else {
      ranges.push({ node, start, end });
    }
  }
  // From its first letter to its last, with what is between, a space before an emphasis for example.
  ranges.forEach((range, index) => {
    range.start = index > 0 ? 0 : range.start;
    range.end = index < ranges.length - 1 ? range.node.length : range.end;
  });
  let last = null;
  for (const { node, start, end } of ranges) {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, Math.min(node.length, end + (/^[.!?]/.test(node.data.slice(end)) ? 1 : 0)));
    last = el('span', { class: 'unsupported' });
    range.surroundContents(last);
  }
  last?.after(el('span', { class: 'doubt', role: 'note', tabindex: '0', title: reason }, 'unsupported'));
}
