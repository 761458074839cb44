import { GateBook } from './gate-book.js';
import { PassReader } from './gate-pass.js';
import { admits, after, canBeOverridden, ruled } from './gate-ruling.js';

/**
 * Decides at the door without asking anybody: by the book, and by what this device itself has let in and out since. A verdict is
 * told only when its scan is kept. A scan is dropped when the server had it before it was asked for the book that is here now.
 */
export class GateAlone {
  book = null;
  asOf = null;
  #reader = null;
  #own = [];

  /** @param store a GateStore; @param now the time of the server as far as it is known, ms */
  constructor({ popUp, store, now = () => Date.now(), reader = (keys) => new PassReader(keys) }) {
    Object.assign(this, { popUp, store, now, reader });
  }

  get ready() {
    return Boolean(this.book);
  }

  /** Scans that the server does not have yet, and may still take. */
  get untold() {
    return this.#own.filter(({ told, fate }) => !told && !fate);
  }

  /** Scans that the server did not take, with what it made of them. */
  get untaken() {
    return this.#own.filter(({ fate }) => fate);
  }

  /** What was kept before the page was loaded again. Resolves with it, or null. */
  async load() {
    const [kept, own] = await Promise.all([this.store.book(this.popUp), this.store.scans(this.popUp)]);
    this.#own = own;
    if (kept) this.#take(kept.book, kept.asOf);
    return kept ?? null;
  }

  /** What the server has by now: to be read before it is asked for a book, and handed over with the book. */
  mark() {
    return this.#own.filter(({ told }) => told).map(({ nonce }) => nonce);
  }

  /** A book, as of when (ms) it was asked for, and the mark of then. `more` is kept with it. */
  async learn(book, { asOf, mark, ...more }) {
    this.#take(book, asOf);
    this.#own = this.#own.filter(({ nonce }) => !mark.includes(nonce));
    await this.store.keepBook({ ...more, popUp: this.popUp, book, asOf });
    if (mark.length) await this.store.dropScans(mark);
  }

  #take(book, asOf) {
    this.book = new GateBook(book);
    this.asOf = asOf;
    this.#reader = this.reader(book.keys);
  }

  /** @param scan `{nonce, code, gate, device, direction, override}`; the same nonce gets the same verdict again */
  async decide({ nonce, code, gate, device, direction, override }) {
    const at = this.now();
    const { reason, pass } = await this.#reader.read(code, this.popUp, at);
    const known = this.#own.find((scan) => scan.nonce === nonce);
    if (known) return this.#verdict(known);
    const ticket = reason ? null : pass.ticket;
    const ruling = reason ?? this.#ruled(pass, { gate, direction }, at);
    const overridden = Boolean(override) && canBeOverridden(ruling);
    const scan = {
      nonce, popUp: this.popUp, pass: code, gate, device, direction, at: new Date(at).toISOString(), reason: overridden ? 'OVERRIDDEN' : ruling,
      override: overridden ? override : null, ticket, issue: pass?.issue ?? 0, told: false, fate: null,
    };
    return this.#keep(scan);
  }

  /** What the server said of a scan: who was let in is known here too, should the network go away. */
  async heard({ nonce, gate, device, direction, code = '' }, verdict) {
    if (!verdict.ticket) return;
    const at = new Date(this.now()).toISOString();
    const scan = { nonce, popUp: this.popUp, pass: code, gate, device, direction, at, reason: verdict.reason, override: null, ticket: Number(verdict.ticket), issue: 0, told: true, fate: null };
    this.#own = [...this.#own.filter((own) => own.nonce !== nonce), scan];
    await this.store.keepScans([scan]);
  }

  /** What became of scans that were sent: `[{nonce, fate}]`. Those the server has not taken stay, with its word. */
  async told(answers) {
    const fates = new Map(answers.map(({ nonce, fate }) => [nonce, fate]));
    const changed = this.#own.filter(({ nonce }) => fates.has(nonce));
    for (const scan of changed) {
      const taken = ['KEPT', 'KEPT_ALREADY'].includes(fates.get(scan.nonce));
      Object.assign(scan, taken ? { told: true, fate: null } : { fate: fates.get(scan.nonce) });
    }
    await this.store.keepScans(changed);
  }

  /** Those the server did not take are sent again: the clock was set right, say. */
  async again() {
    const changed = this.untaken;
    for (const scan of changed) scan.fate = null;
    await this.store.keepScans(changed);
  }

  /** A ticket as it is known here, or null. */
  ticket(number) {
    const known = this.book?.ticket(number);
    return known ? after(known, this.#own.filter((scan) => scan.ticket === number)) : null;
  }

  #ruled(pass, { gate, direction }, at) {
    const ticket = this.ticket(pass.ticket);
    return ticket ? ruled(this.book, ticket, { issue: pass.issue, gate, direction }, at) : 'UNKNOWN_TICKET';
  }

  async #keep(scan) {
    const verdict = this.#verdict(scan);
    this.#own.push(scan); // before it is on the disk: the next pass may be shown meanwhile
    try {
      await this.store.keepScans([scan]);
    } catch (problem) {
      this.#own = this.#own.filter((own) => own !== scan);
      throw problem;
    }
    return verdict;
  }

  #verdict({ nonce, ticket: number, reason, at }) {
    const known = number ? this.book.ticket(number) : null;
    const before = this.#own.filter((own) => own.ticket === number && own.nonce !== nonce && own.at <= at);
    const ticket = known && after(known, before);
    return {
      admitted: admits(reason), reason, ticket: ticket ? String(number) : null, kind: ticket?.kind ?? null, holder: ticket?.name ? { name: ticket.name } : null,
      earlier: ticket?.earlier ? this.#named(ticket.earlier) : null, due: ticket?.due ?? null, canBeOverridden: canBeOverridden(reason), alone: true,
    };
  }

  #named(earlier) {
    return { ...earlier, gateName: this.book.gate(earlier.gate)?.name ?? '', deviceName: this.book.device(earlier.device)?.name ?? '' };
  }
}
