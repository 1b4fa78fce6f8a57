import { byId } from './dom.js';

/** The access token: asked for once when the server wants one, then held in a cookie that no script can read. */

let asking = null;

const begin = (token) => fetch('/api/session', {
  method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ token }),
});

/** Whether a token is needed, and whose it is; null where the server cannot tell. */
async function session() {
  try {
    const response = await fetch('/api/session');
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/** Readers do not see what is for administrators alone: it would only be refused. */
export async function showWhatIsAllowed() {
  document.body.classList.toggle('reader', (await session())?.role === 'reader');
}

export const isReader = () => document.body.classList.contains('reader');

/** Takes the token out of an address such as /#token=…, so that it neither stays in view nor in the history. */
export async function fromAddress() {
  const found = /^#token=(.+)$/.exec(location.hash);
  if (!found) {
    return;
  }
  history.replaceState(history.state, '', location.pathname + location.search);
  try {
    const response = await begin(decodeURIComponent(found[1]));
    if (!response.ok) {
      await ask('The access token in the address is not accepted; look for a missing or doubled character.');
    }
  } catch {
    // The server is gone or the address is mistyped; the next request will ask.
  }
}

/** Asks for a token; resolves when one was accepted. */
export function ask(wrong = '') {
  asking ??= dialog(wrong).finally(() => { asking = null; });
  return asking;
}

function dialog(wrong) {
  const box = byId('token');
  const field = byId('token-text');
  const message = byId('token-wrong');
  const form = box.querySelector('form');
  message.textContent = wrong;
  box.oncancel = (event) => event.preventDefault();
  box.showModal();
  field.focus();
  return new Promise((resolve) => {
    form.onsubmit = async (event) => {
      event.preventDefault();
      message.textContent = '';
      try {
        const response = await begin(field.value.trim());
        if (response.ok) {
          field.value = '';
          box.close();
          showWhatIsAllowed();
          resolve();
          return;
        }
        const problem = await response.json().catch(() => null);
        message.textContent = problem?.detail ?? 'This token is not accepted.';
      } catch {
        message.textContent = 'Docent cannot be reached; try again in a moment.';
      }
      field.select();
    };
  });
}

/** Whether there is a token to forget. */
export const isUsed = async () => (await session())?.tokenNeeded === true;

export async function forget() {
  await fetch('/api/session', { method: 'DELETE' });
  location.assign('/');
}
