import { aheadOf } from './countdown.js';

/** A refusal of the server: an RFC 9457 problem with its stable `code`, the `field` it names, what is still `open` and must be ended first, and the seconds after which to try again, if any. */
export class Problem extends Error {
  constructor({ status, code, title, detail, field, open, retryAfterS }) {
    super(detail || title || `The server answered ${status}.`);
    Object.assign(this, { status, code: code ?? String(status), field: field ?? null, open: open ?? [], retryAfterS: retryAfterS || null });
  }
}

/** Nobody answered: offline, a timeout, or a node that is going away. */
export class Unreachable extends Error {
  constructor() {
    super('The server cannot be reached. Check your connection and try again.');
    Object.assign(this, { code: 'unreachable', open: [] });
  }
}

const PAUSES_MS = [300, 1200];

/**
 * The HTTP API. A request that may be sent twice (a read, or a write under an idempotency key) is tried three times;
 * the key belongs to the intent, so the caller keeps it when the person tries again. `pauses` are the waits between the tries: none, and it is tried once.
 */
export class Api {
  /** How far the server's clock is ahead of this device's, by its last answer. */
  aheadMs = 0;

  constructor({ root = '/api/v1', send = (...a) => fetch(...a), pause = wait, pauses = PAUSES_MS, timeoutMs = 10000, key = newKey } = {}) {
    Object.assign(this, { root, send, pause, pauses, timeoutMs, key });
  }

  get(path) {
    return this.#call('GET', path, {}, true);
  }

  /** Reads what may be known already: `{tag, body}`, with a `body` of null when `tag` still is its version. */
  async getSince(path, tag) {
    const answer = await this.#answer('GET', path, tag ? { 'If-None-Match': tag } : {}, undefined, this.pauses);
    return answer.status === 304 ? { tag, body: null } : { body: await this.#read(answer), tag: answer.headers.get('ETag') };
  }

  /** With a `version` it is made on what was seen, and sent once. */
  post(path, body, { key = this.key(), version } = {}) {
    return this.#call('POST', path, withJson(body, { 'Idempotency-Key': key, 'If-Match': version }), version === undefined);
  }

  put(path, body, version) {
    return this.#call('PUT', path, withJson(body, { 'If-Match': version }), version === undefined);
  }

  patch(path, body, version) {
    return this.#call('PATCH', path, withJson(body, { 'If-Match': version }), false);
  }

  delete(path) {
    return this.#call('DELETE', path, {}, true);
  }

  /** Sends a file as it is. */
  upload(path, file, { key = this.key() } = {}) {
    return this.#call('POST', path, { headers: { 'Content-Type': 'application/octet-stream', 'Idempotency-Key': key }, body: file }, true);
  }

  async #call(method, path, { headers = {}, body }, repeatable) {
    return this.#read(await this.#answer(method, path, headers, body, repeatable ? this.pauses : []));
  }

  async #answer(method, path, headers, body, pauses) {
    for (let attempt = 0; ; attempt += 1) {
      const answer = await this.#once(method, path, headers, body);
      if (answer && ![502, 503, 504].includes(answer.status)) return answer;
      if (attempt >= pauses.length) {
        if (answer) return answer;
        throw new Unreachable();
      }
      await this.pause(pauses[attempt]);
    }
  }

  async #once(method, path, headers, body) {
    try {
      const answer = await this.send(this.root + path, {
        method, headers: { Accept: 'application/json', ...headers }, body, credentials: 'same-origin', signal: AbortSignal.timeout(this.timeoutMs),
      });
      this.aheadMs = aheadOf(answer.headers.get('Date'), Date.now());
      return answer;
    } catch {
      return null;
    }
  }

  async #read(answer) {
    const text = await answer.text();
    const body = text && (answer.headers.get('Content-Type') ?? '').includes('json') ? JSON.parse(text) : text || null;
    if (answer.ok) return body;
    throw new Problem({ status: answer.status, ...(typeof body === 'object' ? body : { detail: body }), retryAfterS: Number(answer.headers.get('Retry-After')) });
  }
}

/** A new idempotency key. */
export function newKey() {
  return globalThis.crypto?.randomUUID?.() ?? `k-${Math.random().toString(36).slice(2)}${Date.now().toString(36)}`;
}

function withJson(body, headers) {
  const sent = body === undefined ? {} : { 'Content-Type': 'application/json' };
  return { headers: { ...sent, ...withoutNull(headers) }, body: body === undefined ? undefined : JSON.stringify(body) };
}

function withoutNull(headers) {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== null && value !== undefined));
}

function wait(ms) {
  return new Promise((done) => setTimeout(done, ms));
}
