import { byId, el, isolated } from './dom.js';
import { count, number, seconds } from './format.js';
import { get } from './api.js';

/** How far the indexing of the folder is: a bar at the side and one above the documents, while there is something to tell. */

let events = null;
let wasRunning = false;
let watched = false;

/** Follows the indexing while it runs, and as long as the documents are in view. */
export async function watch(documentsInView) {
  watched = documentsInView;
  try {
    tell(await get('/api/ingestion'));
  } catch {
    // It is told again with the next look at the documents.
  }
}

function tell(progress) {
  const running = progress.state === 'running';
  if (running || watched) {
    follow();
  } else {
    events?.close();
    events = null;
  }
  bar(byId('indexing'), progress);
  bar(byId('scan'), progress);
  failures(progress.failures);
  if (wasRunning && !running) {
    window.dispatchEvent(new Event('docent:indexed'));
  }
  wasRunning = running;
}

function follow() {
  if (events === null && !document.hidden) {
    events = new EventSource('/api/ingestion/stream');
    events.addEventListener('progress', (event) => tell(JSON.parse(event.data)));
  }
}

// A stream holds one of the few connections that a browser allows; a page that nobody sees gives it back.
document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    events?.close();
    events = null;
  } else {
    watch(watched);
  }
});

function bar(box, { state, done, total, passagesPerSecond, etaSeconds }) {
  box.hidden = state !== 'running';
  const parts = [total === 0 ? 'Looking through the folder' : `Indexing ${number(done)} of ${count(total, 'file')}`];
  if (passagesPerSecond > 0) {
    parts.push(`${number(Math.round(passagesPerSecond))} passages/s`);
  }
  if (etaSeconds !== null) {
    parts.push(`about ${seconds(etaSeconds)} left`);
  }
  box.querySelector('p').textContent = parts.join(' · ');
  const progress = box.querySelector('progress');
  if (total > 0) {
    progress.max = total;
    progress.value = done;
  } else {
    progress.removeAttribute('value');
  }
}

function failures(list) {
  const box = byId('failures');
  box.hidden = list.length === 0;
  box.querySelector('summary').textContent = `${count(list.length, 'file')} of the folder could not be read`;
  box.querySelector('ul').replaceChildren(...list.slice(0, 200).map(({ source, reason }) =>
    el('li', {}, el('span', {}, isolated(source)), `: ${reason}`)));
}
