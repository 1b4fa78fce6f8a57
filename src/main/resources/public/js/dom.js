/** Elements are made here and nowhere from markup: whatever a text holds, it stays text. */

export const assets = new URL('..', import.meta.url).pathname.replace(/\/$/, '');

export const byId = (id) => document.getElementById(id);

/** Makes an element. Attributes that are null or false are left out; on… adds a listener. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#i-${name}`);
  svg.append(use);
  return svg;
}

export function template(id) {
  return byId(id).content.firstElementChild.cloneNode(true);
}

/**
 * A title or a name as it may stand among other words: without the controls by which it could reorder what is around it
 * or look like another name.
 */
export function label(text) {
  return String(text ?? '').replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/g, '').replace(/[\u0000-\u001F\u007F-\u009F]+/g, ' ').trim();
}

/** A label that keeps its own direction to itself. */
export function isolated(text, attributes = {}) {
  return el('bdi', attributes, label(text));
}

/** Where a citation or a passage stands: page and headings. */
export function place(citation) {
  const headings = (citation.headings ?? []).map(label).filter(Boolean);
  if (headings[0] === label(citation.title)) {
    headings.shift();
  }
  const parts = [];
  if (citation.page !== null && citation.page !== undefined) {
    parts.push(`page ${citation.page}`);
  }
  if (headings.length > 0) {
    parts.push(headings.join(' › '));
  }
  return parts.join(' · ');
}

/** Tells screen readers something that others see. */
export function announce(text) {
  const announcer = byId('announcer');
  announcer.textContent = '';
  requestAnimationFrame(() => { announcer.textContent = text; });
}

/** Whether a click asks for what a link does by itself: a new tab or window. */
export function isForBrowser(event) {
  return event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
}

for (const dialog of document.querySelectorAll('dialog')) {
  dialog.addEventListener('click', (event) => {
    if (event.target.closest('[data-close]')) {
      dialog.close();
    }
  });
}

/** Asks before something is lost. */
export function confirmed(title, text, action = 'Delete') {
  const dialog = byId('confirm');
  dialog.querySelector('h2').textContent = title;
  dialog.querySelector('p').textContent = text;
  dialog.querySelector('[data-yes]').textContent = action;
  dialog.returnValue = '';
  dialog.showModal();
  const yes = dialog.querySelector('[data-yes]');
  yes.onclick = () => dialog.close('yes');
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}

export async function copy(text) {
  if (navigator.clipboard && window.isSecureContext) {
    await navigator.clipboard.writeText(text);
    return;
  }
  // Browsers keep the clipboard from pages without TLS; this older way they still allow.
  const area = el('textarea', { class: 'hidden', 'aria-hidden': 'true' });
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}

/** Puts these rows in place of a list's; the link or button that had the focus has it again, in the row of the same first link. */
export function renew(list, rows) {
  const stops = (row) => [...row.querySelectorAll('a, button')];
  const address = (row) => row.querySelector('a')?.getAttribute('href');
  const row = list.contains(document.activeElement) ? document.activeElement.closest('li') : null;
  const place = row ? stops(row).indexOf(document.activeElement) : -1;
  list.replaceChildren(...rows);
  if (place >= 0) {
    const same = rows.find((one) => address(one) === address(row));
    (same && stops(same)[place])?.focus();
  }
}
