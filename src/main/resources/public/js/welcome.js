import { byId, el, label } from './dom.js';
import { get } from './api.js';

/** What an empty conversation begins with: questions that the documents answer. */
export async function welcome(ask) {
  const list = byId('examples');
  const text = byId('welcome-text');
  try {
    const { questions } = await get('/api/examples');
    list.replaceChildren(...questions.map((question) => el('li', {},
      el('button', { type: 'button', dir: 'auto', onclick: () => ask(question) }, label(question)))));
    if (questions.length > 0) {
      return;
    }
    const [{ total }, { state }] = await Promise.all([get('/api/documents?limit=0'), get('/api/ingestion')]);
    if (total === 0) {
      text.replaceChildren(...(state === 'running'
        ? ['Your documents are being read. You can ask as soon as the first of them is.']
        : ['There are no documents yet. ', el('a', { href: '/#documents' }, 'Add some'), ' to ask about them.']));
    }
  } catch {
    // The examples are a courtesy; asking works without them.
  }
}
