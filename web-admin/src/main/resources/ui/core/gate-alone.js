import { GateBook } from './gate-book.js';
import { PassReader } from './gate-pass.js';
import { admits, after, canBeOverridden, ruled } from './gate-ruling.js';
import { KeptScans } from './kept-scans.js';

/**
 * Decides at the door without asking anybody: by the book, and by what this device itself has let in and out since. A verdict is
 * told only when its scan is kept.
 */
export class GateAlone extends KeptScans {
  #reader = null;

  constructor({ reader = (keys) => new PassReader(keys), ...more }) {
    super(more);
    this.reader = reader;
  }

  understood(book) {
    this.book = new GateBook(book);
    this.#reader = this.reader(book.keys);
  }

  /** @param scan `{nonce, code, gate, device, direction, override}`; the same nonce gets the same verdict again */
  async decide({ nonce, code, gate, device, direction, override }) {
    const at = this.now();
    const { reason, pass } = await this.#reader.read(code, this.popUp, at);
    const known = this.own.find((scan) => scan.nonce === nonce);
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
    await this.note(scan);
  }

  /** A ticket as it is known here, or null. */
  ticket(number) {
    const known = this.book?.ticket(number);
    return known ? after(known, this.own.filter((scan) => scan.ticket === number)) : null;
  }

  #ruled(pass, { gate, direction }, at) {
    const ticket = this.ticket(pass.ticket);
    return ticket ? ruled(this.book, ticket, { issue: pass.issue, gate, direction }, at) : 'UNKNOWN_TICKET';
  }

  async #keep(scan) {
    const verdict = this.#verdict(scan);
    await this.keep(scan);
    return verdict;
  }

  #verdict({ nonce, ticket: number, reason, at }) {
    const known = number ? this.book.ticket(number) : null;
    const before = this.own.filter((own) => own.ticket === number && own.nonce !== nonce && own.at <= at);
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
