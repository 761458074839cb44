import { backoff, policyOf } from './reconnect.js';

/** A reply with an error in it, or a command nobody answered in time (`timeout`). */
export class LiveError extends Error {
  constructor({ code, detail, field }) {
    super(detail || code);
    Object.assign(this, { code, field: field ?? null });
  }
}

const SUBPROTOCOL = 'cue.v1';
const CONNECT_MS = 6000;
/** A step towards the class that has been under way for this long (ms) while the server answered a knock will not come through. */
const HANGS_MS = 500;

/**
 * One device's line into a class: joins, connects with the position to resume from, and comes back by itself as the close
 * code asks. Commands without an answer are sent again on the next socket (every one is idempotent) until their time is up.
 *
 * Status: `idle`, `joining`, `connecting`, `live`, `waiting`, `left`, `ended`, `failed`.
 */
export class LiveSocket {
  #ws = null;
  #pending = new Map();
  #nextId = 1;
  #attempt = 0;
  #retry = null;
  #ticket = null;
  /** A token that was fetched before the press led nowhere: the next is asked for, so that the server knows of the press. */
  #nowhere = false;
  #renewed = false;
  #round = 0;
  #movedAt = 0;
  /** Whether this socket waits for its turn: until then only class time is told. */
  #waits = false;

  status = 'idle';
  /** Device time of the newest frame. */
  heardAt = 0;

  /**
   * @param join fetches `{token, url, expiresAt}`, anew if told so; @param hello gives the body of `connect` without the token;
   * @param attached takes `(reply, t0, t1)` of `connect`; @param push takes every push; @param changed takes (status, problem).
   */
  constructor({ join, hello, attached, push, changed, open = openSocket, now, timers, random = Math.random, wall = Date.now }) {
    Object.assign(this, { join, hello, attached, push, changed, open, now, timers, random, wall });
  }

  /** Whether a frame written now would leave the device. */
  get ready() {
    return this.status === 'live' && this.#ws?.readyState === 1;
  }

  start() {
    this.#attempt = 0;
    return this.#connect();
  }

  /** The link may be back: try at once, also when an attempt is under way (begun without a link, it would only hang). */
  nudge() {
    if (!['waiting', 'joining', 'connecting'].includes(this.status)) return;
    this.#discard();
    this.#attempt = 0;
    this.#connect();
  }

  /**
   * The server answers knocks, as it has done since `since`; `returned` after a time in which it did not. An attempt that began
   * before may hang, in pauses of TCP that grow while nothing gets through: it is begun again, once. Where it is not the link
   * that is wrong, attempts go on as they are.
   */
  answers({ since, returned }) {
    if (this.#movedAt >= since) return;
    if (this.status === 'waiting' ? returned : this.now() - this.#movedAt > HANGS_MS) this.nudge();
  }

  /** The link is surely dead: stop waiting for it. */
  drop() {
    if (this.#ws) this.#closed(this.#ws, 1006);
  }

  /** Sends a command and resolves with its reply's body; `within` ms later it is given up as `timeout`. */
  ask(verb, body, within = 8000) {
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      const timer = this.timers.set(() => this.#settle(id, () => reject(new LiveError({ code: 'timeout', detail: 'Not sent: no connection.' }))), within);
      this.#pending.set(id, { verb, body, resolve, reject, timer });
      if (this.status === 'live' || (verb === 'clock' && this.#waits)) this.#write({ id, [verb]: body });
    });
  }

  /** Sends a command that needs no reply; false when there is no socket. */
  tell(verb, body, id) {
    return this.status === 'live' && this.#write(id ? { id, [verb]: body } : { [verb]: body });
  }

  leave() {
    this.tell('leave', {});
    this.#end('left');
  }

  async #connect() {
    const round = ++this.#round;
    this.timers.clear(this.#retry);
    if (!this.#ticketGood()) {
      this.#become('joining');
      try {
        this.#ticket = await this.join(this.#nowhere);
      } catch (problem) {
        if (round !== this.#round) return;
        if (problem.code === 'unreachable' || problem.status >= 500 || problem.status === 429) this.#again('backoff', problem);
        else this.#end(problem.status === 410 ? 'ended' : 'failed', problem);
        return;
      }
      if (round !== this.#round) return;
    }
    this.#become('connecting');
    this.#openWith(this.#ticket);
  }

  #openWith({ url, token }) {
    const ws = this.open(url, SUBPROTOCOL);
    this.#ws = ws;
    let sentAt = 0;
    const patience = () => this.timers.set(() => this.#closed(ws, 1006), CONNECT_MS);
    let slow = patience();
    ws.onopen = () => {
      sentAt = this.#movedAt = this.now();
      ws.send(JSON.stringify({ id: this.#nextId, connect: { token, ...this.hello() } }));
      this.#pending.set(this.#nextId++, { resolve: (reply) => this.#attach(reply, sentAt, slow), reject: () => {}, once: true });
    };
    ws.onmessage = ({ data }) => {
      if (ws !== this.#ws) return;
      this.timers.clear(slow);
      if (this.status === 'connecting') slow = patience(); // a class that lets us wait for our turn says so
      this.#read(data);
    };
    ws.onclose = ({ code }) => {
      this.timers.clear(slow);
      this.#closed(ws, code);
    };
  }

  #attach(reply, sentAt, slow) {
    this.timers.clear(slow);
    if (this.attached(reply, sentAt, this.heardAt) === 'stale') return this.drop();
    this.#attempt = 0;
    this.#renewed = this.#waits = false;
    this.#become('live');
    for (const [id, { verb, body }] of this.#pending) this.#write({ id, [verb]: body });
  }

  #read(data) {
    this.heardAt = this.#movedAt = this.now();
    const frame = JSON.parse(data);
    if (frame.push?.ch === 'queue') this.#waits = true;
    if (frame.push) return this.push(frame.push);
    const pending = this.#pending.get(frame.id);
    if (!pending) return;
    this.#settle(frame.id, () => (frame.error ? pending.reject(new LiveError(frame.error)) : pending.resolve(Object.entries(frame).find(([k]) => k !== 'id')?.[1])));
  }

  #settle(id, how) {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    this.timers.clear(pending?.timer);
    how();
  }

  #write(frame) {
    if (this.#ws?.readyState !== 1) return false;
    this.#ws.send(JSON.stringify(frame));
    return true;
  }

  #closed(ws, code) {
    if (ws !== this.#ws) return;
    this.#discard();
    if (this.status === 'connecting' && this.#ticket?.ahead) [this.#ticket, this.#nowhere] = [null, true];
    const policy = policyOf(code);
    if (policy === 'new-token' && this.#renewed) return this.#end('failed', new LiveError({ code: 'token', detail: 'This class does not let you in any more. Join again from the class list.' }));
    if (policy === 'new-token') this.#renewed = true;
    if (policy === 'new-token') this.#ticket = null;
    if (policy === 'left' || policy === 'ended') return this.#end(policy);
    if (policy === 'bug') return this.#end('failed', new LiveError({ code: `closed-${code}`, detail: `The connection was refused (${code}). Load the page again.` }));
    this.#again(policy);
  }

  #discard() {
    const ws = this.#ws;
    this.#ws = null;
    this.#waits = false;
    if (!ws) return;
    ws.onclose = ws.onmessage = ws.onopen = null;
    ws.close(1000);
    for (const [id, pending] of this.#pending) if (pending.once) this.#pending.delete(id);
  }

  #again(policy, problem = null) {
    this.#become('waiting', problem);
    const round = this.#round;
    this.#retry = this.timers.set(() => round === this.#round && this.#connect(), backoff(policy, this.#attempt++, this.random));
  }

  #end(status, problem = null) {
    this.#round += 1;
    this.timers.clear(this.#retry);
    this.#discard();
    for (const [id, { reject }] of this.#pending) this.#settle(id, () => reject(new LiveError({ code: status, detail: 'The class is over.' })));
    this.#become(status, problem);
  }

  #become(status, problem = null) {
    this.status = status;
    this.#movedAt = this.now();
    this.changed(status, problem);
  }

  #ticketGood() {
    return this.#ticket && (!this.#ticket.expiresAt || Date.parse(this.#ticket.expiresAt) - this.wall() > 20000);
  }
}

function openSocket(url, protocol) {
  return new WebSocket(url, protocol);
}
