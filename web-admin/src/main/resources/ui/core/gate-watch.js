import { GateAlone } from './gate-alone.js';
import { asking, GateLink } from './gate-link.js';
import { canVerify } from './gate-pass.js';
import { isAway } from './gate-scans.js';
import { GateUpload } from './gate-upload.js';

/** A book is read again after this long, ms; a large one less often, so that it never takes more than so many bytes a second. */
const BOOK_MS = 10000;
const BOOK_BYTES_PER_S = 50000;
/** What one ticket takes in a book, bytes. */
const TICKET_BYTES = 160;

/**
 * A device's watch at the door of one pop-up: the book, the link and what is still to be uploaded, together. It goes alone and
 * comes back by itself; what it shows is `it`, `door`, `cut`, `asOf`, `untold`, `untaken` and `problem`.
 */
export class GateWatch {
  it = null;
  door = null;
  /** What the server has against taking what waits here: nobody is signed in any more, say. */
  problem = null;
  /** Who this browser is at the door, kept with the book. */
  who = null;
  #tag = null;
  #readAt = -Infinity;
  #reading = null;

  /** @param api one that tries once and waits two seconds; @param slow one with patience, for books and uploads; @param now the server's time, ms */
  constructor({ popUp, api, slow = api, store, timers, now = () => Date.now(), verifies = canVerify, changed = () => {} }) {
    Object.assign(this, { popUp, path: `/pop-ups/${popUp}`, api, slow, now, verifies, changed });
    this.alone = new GateAlone({ popUp, store, now });
    this.upload = new GateUpload({ alone: this.alone, send: (body) => slow.post(`${this.path}/scans/offline`, body) });
    this.link = new GateLink({ reach: () => this.#reach(), timers, changed });
  }

  get cut() {
    return this.link.cut;
  }

  /** Whether a scan is the server's to decide. */
  get asks() {
    return asking(this.link, () => this.untold);
  }

  get asOf() {
    return this.alone.asOf;
  }

  get untold() {
    return this.alone.untold.length;
  }

  get untaken() {
    return this.alone.untaken;
  }

  /** Begins with the server, or without it where this device was here before; fails when neither can be. */
  async start() {
    const [kept, can] = await Promise.all([this.alone.load().catch(() => null), this.verifies()]);
    this.can = can;
    this.#tag = kept?.tag ?? null;
    const api = kept?.it ? this.api : this.slow; // who has nothing to go on with has patience
    try {
      [this.it, this.door] = await Promise.all([api.get(this.path), api.get(`${this.path}/door`)]);
    } catch (problem) {
      if (!kept?.it || !isAway(problem)) throw problem;
      Object.assign(this, { it: kept.it, door: kept.door });
      this.link.lost();
    }
    this.changed();
    if (!this.cut) this.keepUp();
  }

  stop() {
    this.link.stop();
  }

  /** Asks the server for a verdict; what it says is known here too, should the network go away. */
  async ask(scan) {
    const { nonce, code, gate, device, direction, override } = scan;
    const verdict = await this.api.post(`${this.path}/scans`, { nonce, pass: code, gate, device, direction, ...(override ? { override } : {}) });
    this.alone.heard(scan, verdict).catch(() => {});
    return verdict;
  }

  /** Decides a scan without the server, where this device can. */
  async decide(scan) {
    if (!this.alone.ready) throw new Error('This device has no book of the door yet.');
    if (!this.can) throw new Error('This browser cannot tell whether a pass is genuine.');
    const verdict = await this.alone.decide(scan);
    this.changed();
    return verdict;
  }

  /** The counters, and with them whether the server can be reached; what is left is uploaded, and the book read when its time has come. */
  async count() {
    if (this.cut) return;
    try {
      this.door = await this.api.get(`${this.path}/door`);
      this.changed();
      await this.keepUp();
    } catch (problem) {
      if (isAway(problem)) this.link.lost();
    }
  }

  async keepUp() {
    if (this.untold) await this.upload.run().catch((problem) => (this.problem = isAway(problem) ? null : problem));
    const bytes = (this.alone.book?.json.tickets.length ?? 0) * TICKET_BYTES;
    if (this.now() - this.#readAt >= Math.max(BOOK_MS, (bytes / BOOK_BYTES_PER_S) * 1000)) await this.read().catch(() => {});
    this.changed();
  }

  /** Reads the book, as it is now. One at a time. */
  read() {
    this.#reading ??= this.#book().finally(() => (this.#reading = null));
    return this.#reading;
  }

  async #book() {
    const [asOf, mark] = [this.now(), this.alone.mark()];
    const { body, tag } = await this.slow.getSince(`${this.path}/door/book`, this.alone.ready ? this.#tag : null);
    this.#readAt = asOf;
    this.#tag = tag;
    await this.alone.learn(body ?? this.alone.book.json, { asOf, mark, tag, it: this.it, door: this.door, who: this.who });
  }

  /** What the server did not take is sent once more. */
  async again() {
    await this.alone.again();
    await (this.cut ? this.link.nudge() : this.keepUp());
  }

  /** The server answers: it is told everything first, so that it decides by all that happened here. */
  async #reach() {
    try {
      this.door = await this.api.get(`${this.path}/door`);
      await this.upload.run();
      [this.it, this.door] = await Promise.all([this.api.get(this.path), this.api.get(`${this.path}/door`)]);
      await this.read().catch((problem) => {
        if (isAway(problem)) throw problem;
      });
      this.problem = null;
    } catch (problem) {
      this.problem = isAway(problem) ? null : problem;
      this.changed();
      throw problem;
    }
  }
}
