import { byId, el } from './dom.js';

/** Whether the server can be reached. When it cannot, a banner says so and it is tried again until it can. */

const WAITS = [1, 1, 2, 3, 5, 8, 10];

let waiting = null;
let tryNow = () => {};

const pause = (milliseconds) => new Promise((resolve) => {
  const timer = setTimeout(resolve, milliseconds);
  tryNow = () => { clearTimeout(timer); resolve(); };
});

/** Resolves when the server answers again. */
export function back() {
  waiting ??= waitUntilBack().finally(() => { waiting = null; });
  return waiting;
}

async function waitUntilBack() {
  const banner = byId('banner');
  banner.replaceChildren('Docent cannot be reached. Trying again by itself.',
    el('button', { class: 'link', type: 'button', onclick: () => tryNow() }, 'Try now'));
  banner.hidden = false;
  for (let i = 0; ; i++) {
    await pause(1000 * WAITS[Math.min(i, WAITS.length - 1)]);
    try {
      // Open without a token, and cheap.
      const response = await fetch('/api/session', { cache: 'no-store' });
      if (response.status < 500) {
        banner.hidden = true;
        window.dispatchEvent(new Event('docent:back'));
        return;
      }
    } catch {
      // Still gone.
    }
  }
}

window.addEventListener('online', () => tryNow());

/** Tells what went wrong where there is no better place for it. */
export function tell(text) {
  const banner = byId('banner');
  banner.replaceChildren(text, el('button', { class: 'link', type: 'button', onclick: () => { banner.hidden = true; } }, 'Dismiss'));
  banner.hidden = false;
}
