import { announce, byId, el, isolated, label } from './dom.js';
import { size } from './format.js';
import { waitOf } from './api.js';
import { ask as askForToken } from './token.js';

/** Files on their way into the index, two at a time, each with its progress and what became of it. */

const AT_ONCE = 2;

const waiting = [];
let running = 0;
let onIndexed = () => {};

export function start(indexed) {
  onIndexed = indexed;
  const input = byId('files');
  const drop = byId('drop');
  byId('choose').addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    add(input.files);
    input.value = '';
  });
  const view = byId('documents');
  view.addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
  view.addEventListener('dragleave', (event) => {
    if (!view.contains(event.relatedTarget)) {
      drop.classList.remove('over');
    }
  });
  view.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    add(event.dataTransfer.files);
  });
}

function add(files) {
  for (const file of files) {
    waiting.push(row(file));
  }
  next();
}

function row(file) {
  const outcome = el('span', { class: 'outcome', role: 'status' }, 'Waiting');
  const progress = el('progress', { max: 1, value: 0, 'aria-label': `Sending ${label(file.name)}` });
  const buttons = el('span', { class: 'buttons' });
  const item = el('li', {}, isolated(file.name), outcome, buttons, progress);
  byId('uploads').prepend(item);
  return { file, item, outcome, progress, buttons, replace: false };
}

function next() {
  while (running < AT_ONCE && waiting.length > 0) {
    running++;
    send(waiting.shift()).finally(() => {
      running--;
      next();
    });
  }
}

/** Sends a file. fetch does not tell how far it is; this older way does. */
function send(upload) {
  const { file, outcome, progress, item, buttons } = upload;
  item.className = '';
  progress.hidden = false;
  buttons.replaceChildren();
  if (file.size === 0) {
    failed(upload, 'Not readable: there is nothing in it; choose a file that has text.');
    return Promise.resolve();
  }
  outcome.textContent = `Sending ${size(file.size)}`;
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/documents${upload.replace ? '?replace=true' : ''}`);
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) {
        progress.value = event.loaded / event.total;
      }
    });
    request.upload.addEventListener('load', () => {
      progress.removeAttribute('value');
      outcome.textContent = 'Reading and indexing…';
    });
    request.addEventListener('load', async () => {
      await answered(upload, request);
      resolve();
    });
    request.addEventListener('error', () => {
      // A server that refuses a body by its size may hang up before it was read.
      failed(upload, file.size > 50_000_000
        ? `It is ${size(file.size)} large, which is most likely more than the server takes.`
        : 'Docent could not be reached.', 'Try again');
      resolve();
    });
    request.addEventListener('abort', () => {
      failed(upload, 'Cancelled.', 'Try again');
      resolve();
    });
    buttons.append(el('button', { class: 'plain', type: 'button', onclick: () => request.abort() }, 'Cancel'));
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}

async function answered(upload, request) {
  const said = parsed(request.responseText);
  if (request.status === 401) {
    await askForToken();
    again(upload);
  } else if (request.status === 409) {
    failed(upload, 'A document of this name is there already.', 'Replace it', true);
  } else if (request.status === 413) {
    failed(upload, `It is ${size(upload.file.size)} large, more than the server takes. Split it, or have the limit raised.`);
  } else if (request.status === 429 || request.status === 503) {
    const wait = waitOf(request.getResponseHeader('Retry-After'));
    failed(upload, `The server has too much to do${wait ? `; try again in ${wait} seconds` : ''}.`, 'Try again');
  } else if (request.status >= 400) {
    failed(upload, said?.detail ?? `The server refused it (${request.status}).`, 'Try again');
  } else {
    over(upload, said.outcomes[0]);
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function over(upload, { outcome, documentId, reason }) {
  if (outcome === 'unreadable') {
    failed(upload, `Not readable: ${reason}`);
    return;
  }
  upload.item.className = 'good';
  upload.progress.hidden = true;
  upload.outcome.textContent = outcome === 'unchanged' ? 'Already there, unchanged' : 'Indexed';
  upload.buttons.replaceChildren(el('a', { class: 'plain', href: `/documents/${documentId}` }, 'Open'));
  announce(`${label(upload.file.name)}: ${upload.outcome.textContent}`);
  onIndexed();
}

function failed(upload, why, action = null, replace = false) {
  upload.item.className = 'bad';
  upload.progress.hidden = true;
  upload.outcome.textContent = why;
  const act = () => {
    upload.replace = replace;
    again(upload);
  };
  upload.buttons.replaceChildren(...[
    action && el('button', { class: 'plain', type: 'button', onclick: act }, action),
    el('button', { class: 'plain', type: 'button', onclick: () => upload.item.remove() }, 'Dismiss'),
  ].filter(Boolean));
}

function again(upload) {
  waiting.push(upload);
  upload.outcome.textContent = 'Waiting';
  // After the one that is just being dealt with.
  setTimeout(next);
}
