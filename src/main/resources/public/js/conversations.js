import { byId, confirmed, el, icon, label, renew } from './dom.js';
import { get, remove } from './api.js';
import { tell } from './server.js';

/** The list of conversations at the side. */

const list = byId('conversations');

let onDeleted = () => {};

/** How often the list was asked for: an answer that comes after a later one's is old. */
let asked = 0;

export function start(deleted) {
  onDeleted = deleted;
  refresh();
}

export async function refresh() {
  const mine = ++asked;
  try {
    const { conversations } = await get('/api/conversations');
    if (mine !== asked) {
      return;
    }
    renew(list, conversations.map(entry));
    if (conversations.length === 0) {
      list.append(el('li', { class: 'none' }, 'Your questions will be kept here.'));
    }
  } catch (error) {
    tell(error.message);
  }
}

function entry({ id, title }) {
  const name = label(title) || 'Untitled';
  return el('li', {},
    el('a', { href: `/#c=${id}`, title: name, dir: 'auto', 'aria-current': location.hash === `#c=${id}` ? 'page' : null }, name),
    el('button', { class: 'icon', type: 'button', 'aria-label': `Delete ${name}`, onclick: () => del(id, name) }, icon('delete')));
}

async function del(id, name) {
  if (!await confirmed('Delete this conversation?', `“${name}” and its answers are erased. This cannot be undone.`)) {
    return;
  }
  try {
    await remove(`/api/conversations/${id}`);
  } catch (error) {
    if (error.status !== 404) {
      tell(error.message || 'Docent cannot be reached; the conversation was not deleted.');
      return;
    }
  }
  onDeleted(id);
  await refresh();
  (list.querySelector('a') ?? byId('new')).focus();
}

/** Marks the conversation that is in view, or none. */
export function mark(id) {
  for (const link of list.querySelectorAll('a')) {
    const is = link.getAttribute('href') === `/#c=${id}`;
    link.toggleAttribute('aria-current', false);
    if (is) {
      link.setAttribute('aria-current', 'page');
    }
  }
}
