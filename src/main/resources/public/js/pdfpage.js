import { assets, byId, el, icon } from './dom.js';

/** The original page of a PDF, drawn by pdf.js, which is loaded only when it is asked for. */

let pdfjs = null;
let open = { id: null, file: null };

async function library() {
  if (pdfjs === null) {
    const loaded = await import('../lib/pdfjs/pdf.js');
    const script = `${assets}/lib/pdfjs/worker.js`;
    const policy = globalThis.trustedTypes?.createPolicy('docent-pdf-worker', { createScriptURL: () => script });
    loaded.GlobalWorkerOptions.workerPort = new Worker(policy ? policy.createScriptURL('') : script, { type: 'module' });
    pdfjs = loaded;
  }
  return pdfjs;
}

async function file(id) {
  if (open.id !== id) {
    const { getDocument } = await library();
    open.file?.destroy();
    open = {
      id,
      file: await getDocument({
        url: `/api/documents/${id}/file`, cMapUrl: `${assets}/lib/pdfjs/cmaps/`, cMapPacked: true,
        standardFontDataUrl: `${assets}/lib/pdfjs/standard_fonts/`, isEvalSupported: false, enableXfa: false,
        disableStream: true, disableAutoFetch: true,
      }).promise,
    };
  }
  return open.file;
}

/** Draws a page with a quote highlighted, as far as the page has text. */
export async function draw(id, number, quote, title) {
  const box = byId('source-page');
  box.replaceChildren(el('p', { class: 'soft', role: 'status' }, 'Loading the page…'));
  const pdf = await file(id);
  const page = await pdf.getPage(Math.min(Math.max(1, number), pdf.numPages));
  const width = Math.max(280, box.clientWidth - 48);
  const scale = Math.min(width / page.getViewport({ scale: 1 }).width, 2);
  const ratio = Math.min(devicePixelRatio || 1, 2);
  const viewport = page.getViewport({ scale: scale * ratio });
  const canvas = el('canvas', { role: 'img', 'aria-label': `Page ${page.pageNumber} of ${title}` });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  canvas.style.width = `${Math.floor(viewport.width / ratio)}px`;
  const context = canvas.getContext('2d');
  await page.render({ canvasContext: context, viewport }).promise;
  if (quote) {
    mark(context, viewport, (await page.getTextContent()).items, quote);
  }
  const turn = (by, name, text) => el('button', {
    class: 'icon', type: 'button', 'aria-label': text, disabled: page.pageNumber + by < 1 || page.pageNumber + by > pdf.numPages,
    onclick: () => draw(id, page.pageNumber + by, quote, title),
  }, icon(name));
  box.replaceChildren(
    el('div', { class: 'pager' }, turn(-1, 'up', 'Previous page'), `Page ${page.pageNumber} of ${pdf.numPages}`, turn(1, 'down', 'Next page')),
    el('figure', {}, canvas));
}

const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** Lays a quote's colour over the pieces of text that hold it. */
function mark(context, viewport, items, quote) {
  const wanted = letters(quote);
  const all = items.map((item) => letters(item.str ?? ''));
  const from = all.join('').indexOf(wanted);
  if (wanted === '' || from < 0) {
    return;
  }
  context.globalCompositeOperation = 'multiply';
  context.fillStyle = '#ffe38a';
  let at = 0;
  items.forEach((item, index) => {
    const length = all[index].length;
    const first = Math.max(from, at);
    const last = Math.min(from + wanted.length, at + length);
    if (first < last) {
      const [left, bottom] = [item.transform[4], item.transform[5]];
      const share = (position) => left + item.width * (position - at) / length;
      const [x1, y1, x2, y2] = viewport.convertToViewportRectangle(
        [share(first), bottom - item.height * 0.25, share(last), bottom + item.height]);
      context.fillRect(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
    }
    at += length;
  });
}
