import { ask as askForToken } from './token.js';
import { back } from './server.js';

/** The public HTTP API; the page has no other way in. */

/** What the server refused, in words for whoever asked. */
export class Problem extends Error {
  constructor(status, detail, retryAfter = null) {
    super(detail);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** The server could not be reached, or went away in the middle. */
export class Gone extends Error {}

const GATEWAY = new Set([502, 504]);

const UNSPOKEN = {
  413: 'This is larger than the server takes.',
  429: 'The server has too much to do at the moment.',
  503: 'The server cannot answer at the moment.',
};

/**
 * Sends a request; asks for a token where one is needed.
 *
 * @throws Problem where it is refused
 * @throws Gone where the server cannot be reached
 */
export async function send(path, { method = 'GET', body, signal, accept } = {}) {
  const headers = accept ? { Accept: accept } : {};
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  let response;
  try {
    response = await fetch(path, { method, headers, signal, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch (error) {
    throw signal?.aborted ? error : new Gone(error.message);
  }
  if (response.status === 401) {
    await askForToken();
    return send(path, { method, body, signal, accept });
  }
  if (GATEWAY.has(response.status)) {
    throw new Gone(response.statusText);
  }
  if (!response.ok) {
    throw await problem(response);
  }
  return response;
}

async function problem(response) {
  const said = await response.json().catch(() => null);
  return new Problem(response.status, said?.detail ?? UNSPOKEN[response.status] ?? `The server refused this (${response.status}).`,
    waitOf(response.headers.get('Retry-After')));
}

/** Seconds of a Retry-After header, which may also be a date. */
export function waitOf(header) {
  if (!header) {
    return null;
  }
  const wait = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - Date.now()) / 1000);
  return Number.isFinite(wait) ? Math.max(1, wait) : null;
}

/** Reads JSON; where the server is gone, as soon as it is back. */
export async function get(path, signal) {
  for (;;) {
    try {
      return await (await send(path, { signal })).json();
    } catch (error) {
      if (!(error instanceof Gone)) {
        throw error;
      }
      await back();
    }
  }
}

export const remove = (path) => send(path, { method: 'DELETE' });

export const post = (path, body) => send(path, { method: 'POST', body });

/**
 * Asks a question.
 *
 * @param on what to do with each event: found, piece
 * @returns the whole answer
 */
export async function chat(body, signal, on) {
  const response = await send('/api/chat/stream', { method: 'POST', body, signal, accept: 'text/event-stream' });
  let answer = null;
  try {
    for await (const { name, data } of events(response.body)) {
      if (name === 'done') {
        answer = data;
      } else if (name === 'failed') {
        throw new Problem(data.status, data.detail, data.retryAfter ?? null);
      } else {
        on[name]?.(data);
      }
    }
  } catch (error) {
    if (error instanceof Problem || signal.aborted) {
      throw error;
    }
    throw new Gone(error.message);
  }
  if (answer === null) {
    throw new Gone('the stream ended before the answer did');
  }
  return answer;
}

/** The events of a stream, as the HTML standard has them. */
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) {
        return;
      }
      rest += value;
      const blocks = rest.split(/\r?\n\r?\n/);
      rest = blocks.pop();
      for (const block of blocks) {
        const event = parse(block);
        if (event) {
          yield event;
        }
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

function parse(block) {
  let name = 'message';
  const data = [];
  for (const line of block.split(/\r?\n/)) {
    if (line.startsWith('event:')) {
      name = line.slice(6).trim();
    } else if (line.startsWith('data:')) {
      data.push(line.slice(5).replace(/^ /, ''));
    }
  }
  return data.length === 0 ? null : { name, data: JSON.parse(data.join('\n')) };
}
