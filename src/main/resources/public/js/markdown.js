import DOMPurify from '../lib/purify.js';
import { Marked } from '../lib/marked.js';

/** What a model writes: Markdown, of which only the harmless elements are kept. Loaded with the first such answer. */

const marked = new Marked({ gfm: true, breaks: false, async: false });

const TAGS = ['p', 'br', 'hr', 'em', 'strong', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li',
  'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'];

// Links and images of a model lead to where its input, a document perhaps, wants people to go: their words are kept, the
// addresses are not. Headings are brought below the question's.
const HEADINGS = { H1: 'h3', H2: 'h3', H3: 'h4', H4: 'h5', H5: 'h6' };

/** A fragment of the page. */
export function render(text) {
  const fragment = DOMPurify.sanitize(marked.parse(text), {
    ALLOWED_TAGS: TAGS, ALLOWED_ATTR: ['start'], ALLOW_DATA_ATTR: false, ALLOW_ARIA_ATTR: false, KEEP_CONTENT: true,
    RETURN_DOM_FRAGMENT: true,
  });
  for (const heading of fragment.querySelectorAll('h1, h2, h3, h4, h5')) {
    const lower = document.createElement(HEADINGS[heading.tagName]);
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
  for (const block of fragment.querySelectorAll('p, li, h3, h4, h5, h6, blockquote, td, th')) {
    block.dir = 'auto';
  }
  for (const scrolling of fragment.querySelectorAll('pre, table')) {
    scrolling.tabIndex = 0;
  }
  return fragment;
}
