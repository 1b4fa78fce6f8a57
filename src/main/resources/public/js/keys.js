import { byId, el } from './dom.js';
import * as token from './token.js';

/** Everything by keyboard, and an overlay that tells how. Single keys can be switched off (WCAG 2.1.4). */

const KEPT = 'docent.keys';

const isOn = () => localStorage.getItem(KEPT) !== 'off';

/**
 * @param actions [key, what it does, action, whom it is for where that is not everybody]
 * @param escape what Escape does, tried in turn until one says that there was something to do
 */
export function start(actions, escape) {
  const overlay = byId('keys');
  const told = [...actions.map(([key, what, , whom]) => [key, what, whom]),
    ['Esc', 'Leave the field, close what is open, stop an answer'], ['Enter', 'Ask; with Shift, a new line'], ['?', 'This overview']];
  overlay.querySelector('dl').replaceChildren(...told.flatMap(([key, what, whom]) => [el('dt', { class: whom }, el('kbd', {}, key)), el('dd', { class: whom }, what)]));
  const on = byId('keys-on');
  on.checked = isOn();
  on.addEventListener('change', () => localStorage.setItem(KEPT, on.checked ? 'on' : 'off'));
  const show = async () => {
    overlay.showModal();
    byId('sign-out').hidden = !await token.isUsed();
  };
  byId('help').addEventListener('click', show);
  byId('sign-out').addEventListener('click', token.forget);

  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || document.querySelector('dialog[open]') || event.isComposing) {
      return;
    }
    if (event.key === 'Escape') {
      if (escape.some((action) => action())) {
        event.preventDefault();
      }
      return;
    }
    const typing = event.target.closest('input:not([type=checkbox]), textarea, [contenteditable]');
    // By the place of the key: with Alt it makes another character on some keyboards.
    const isNew = event.altKey && event.code === 'KeyN';
    if (event.ctrlKey || event.metaKey || (!isNew && (event.altKey || typing || !isOn()))) {
      return;
    }
    const key = isNew ? 'n' : event.key;
    const action = key === '?' ? show : actions.find(([name]) => name === key)?.[2];
    if (action) {
      event.preventDefault();
      action();
    }
  });
}
