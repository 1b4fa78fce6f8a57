import { el, label } from './dom.js';

/**
 * A document's text on the page, in stretches that are laid out only when they come into view. The text of all of them,
 * joined, is exactly the document's, so that offsets need no translation.
 */

const STRETCH = 4000;
const LINE = 70;
const LINE_HEIGHT = 27;

export class DocumentText {

  #element;
  #level;
  #stretches = [];

  /** @param level of the heading that the whole text stands under */
  constructor(element, { text, headings, pages }, level, isCode) {
    this.#element = element;
    this.#level = level;
    this.text = text;
    const marks = [
      ...pages.map(({ number, start }) => ({ start, end: start, page: number })),
      ...nested(headings.filter(({ start, title }) => title !== '' && text.startsWith(title, start)))
        .map(({ depth, title, start }) => ({ start, end: start + title.length, depth, title })),
    ].sort((a, b) => a.start - b.start || a.end - b.end);
    const fragment = document.createDocumentFragment();
    for (let start = 0, next = 0; start < text.length;) {
      let end = this.#end(start);
      const within = [];
      while (next < marks.length && marks[next].start < end) {
        within.push(marks[next++]);
      }
      end = Math.max(end, within.at(-1)?.end ?? 0);
      fragment.append(this.#stretch(start, end, within, isCode));
      start = end;
    }
    element.replaceChildren(fragment);
  }

  /** A stretch ends with a line where it can, and never within a character. */
  #end(start) {
    const { text } = this;
    const wanted = start + STRETCH;
    if (wanted >= text.length) {
      return text.length;
    }
    const line = text.indexOf('\n', wanted);
    if (line >= 0 && line < wanted + STRETCH) {
      return line + 1;
    }
    const space = text.lastIndexOf(' ', wanted + STRETCH);
    const end = space > start ? space + 1 : Math.min(wanted + STRETCH, text.length);
    return /[\uDC00-\uDFFF]/.test(text[end] ?? '') ? end + 1 : end;
  }

  #stretch(start, end, marks, isCode) {
    const element = el('div', { class: isCode ? 'stretch code' : 'stretch' });
    let at = start;
    for (const mark of marks) {
      if (mark.start < at) {
        continue;
      }
      element.append(this.text.slice(at, mark.start));
      if (mark.page !== undefined) {
        element.append(el('span', { class: 'page', 'data-label': `Page ${mark.page}` }));
      } else {
        element.append(el('span', {
          class: mark.depth === 0 ? 'heading top-level' : 'heading', role: 'heading', 'aria-level': this.#level + 1 + mark.depth,
        }, mark.title));
      }
      at = mark.end;
    }
    element.append(this.text.slice(at, end));
    const text = this.text.slice(start, end);
    const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 0);
    element.style.containIntrinsicBlockSize = `auto ${lines * LINE_HEIGHT}px`;
    this.#stretches.push({ start, end, element });
    return element;
  }

  /** The stretches that a span reaches into. */
  #among(start, end) {
    let low = 0;
    let high = this.#stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#stretches[middle].end <= start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    let last = low;
    while (last < this.#stretches.length && this.#stretches[last].start < end) {
      last++;
    }
    return this.#stretches.slice(low, last);
  }

  /** The text nodes that hold a span, each with where it begins and ends in them. */
  #pieces(start, end) {
    const pieces = [];
    for (const stretch of this.#among(start, end)) {
      const walker = document.createTreeWalker(stretch.element, NodeFilter.SHOW_TEXT);
      let at = stretch.start;
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (at < end && at + node.length > start) {
          pieces.push({ node, from: Math.max(0, start - at), to: Math.min(node.length, end - at) });
        }
        at += node.length;
      }
    }
    return pieces;
  }

  /** A span as a range of the page; null where it is empty. */
  range(start, end) {
    const pieces = this.#pieces(start, end);
    if (pieces.length === 0) {
      return null;
    }
    const range = document.createRange();
    range.setStart(pieces[0].node, pieces[0].from);
    range.setEnd(pieces.at(-1).node, pieces.at(-1).to);
    return range;
  }

  /** Highlights a span in place of the one before, and brings it into view. */
  highlight(start, end) {
    for (const mark of this.#element.querySelectorAll('mark')) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
    const marks = this.#pieces(start, end).map(({ node, from, to }) => {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      const mark = el('mark');
      range.surroundContents(mark);
      return mark;
    });
    if (marks.length > 0) {
      this.reveal(marks[0]);
    } else {
      this.scrollTo(start);
    }
  }

  scrollTo(offset) {
    const piece = this.#pieces(offset, offset + 1)[0];
    if (piece) {
      this.reveal(piece.node.parentElement.closest('.heading') ?? this.range(offset, offset + 1));
    } else {
      this.#element.scrollTop = 0;
    }
  }

  /** What comes into view is laid out only then and may push the target away: so once more when that is done. */
  reveal(target, times = 3) {
    const box = this.#element.getBoundingClientRect();
    if (target instanceof Range) {
      target.startContainer.parentElement.closest('.stretch').scrollIntoView({ block: 'nearest' });
    } else {
      target.scrollIntoView({ block: 'center' });
    }
    const at = target.getBoundingClientRect();
    this.#element.scrollTop += at.top - box.top - box.height / 3;
    if (times > 1) {
      requestAnimationFrame(() => this.reveal(target, times - 1));
    }
  }

  /**
   * A quote in another version of its document: the place nearest to where it was.
   *
   * @returns {start, end}, or null where it is not there any more
   */
  find(quote, near) {
    const words = quote.trim().split(/\s+/u).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    if (words[0] === '') {
      return null;
    }
    let best = null;
    for (const match of this.text.matchAll(new RegExp(words.join('\\s+'), 'gu'))) {
      if (best === null || Math.abs(match.index - near) < Math.abs(best.start - near)) {
        best = { start: match.index, end: match.index + match[0].length };
      }
    }
    return best;
  }
}

/** The contents of a document: its headings, or its pages where it has none. */
export function outline({ headings, pages }) {
  const entries = headings.length > 0
    ? nested(headings).map(({ depth, title, start }) => ({ depth, name: label(title), start }))
    : pages.map(({ number, start }) => ({ depth: 0, name: `Page ${number}`, start }));
  return entries.slice(0, 1000);
}

/** Headings with how deep they stand, from 0; none is more than one deeper than the one before, whatever the document says. */
function nested(headings) {
  const open = [];
  return headings.map(({ level, title, start }) => {
    while (open.length > 0 && open.at(-1) >= level) {
      open.pop();
    }
    open.push(level);
    return { depth: open.length - 1, title, start };
  });
}
