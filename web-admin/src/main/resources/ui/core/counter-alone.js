import { afterHandovers, CounterBook, ruledAt } from './counter-book.js';
import { KeptScans } from './kept-scans.js';
import { readCode } from './pickup-code.js';

/** Decides at a counter without asking anybody: by the book, and by what this device itself has handed over since. Only handovers are kept: a refusal changes nothing. */
export class CounterAlone extends KeptScans {
  understood(book) {
    this.book = new CounterBook(book);
  }

  /** A claim as it is known here, by its code; null for none. */
  claimOf(code) {
    const read = readCode(code);
    const known = read && this.book?.of(read);
    return known ? this.#now(known) : null;
  }

  /** All claims as they are known here. */
  get claims() {
    return (this.book?.claims ?? []).map((claim) => this.#now(claim));
  }

  #now(claim) {
    return afterHandovers(claim, this.own.filter((it) => it.claimId === claim.claimId && it.dropId === claim.dropId && !it.fate));
  }

  /** @param scan `{nonce, code, units, paid, packed}`; the same nonce gets the same verdict again */
  async decide({ nonce, code, units = 0, paid = false, packed = false }) {
    const known = this.own.find((scan) => scan.nonce === nonce);
    if (known) return verdictOf('OK', this.claimOf(known.code), { units: known.units, alone: true });
    const read = readCode(code);
    const claim = read ? this.claimOf(code) : null;
    const reason = read ? ruledAt(claim, { units, paid, packed }) : 'UNREADABLE';
    if (reason !== 'OK') return verdictOf(reason, claim, { alone: true });
    const given = units || claim.left;
    await this.keep({ nonce, popUp: this.popUp, code: claim.code, dropId: claim.dropId, claimId: claim.claimId, units: given, paid, at: new Date(this.now()).toISOString(), by: 'this device', told: false, fate: null });
    return verdictOf('OK', this.claimOf(code), { units: given, alone: true });
  }

  /** What the server said of a handover: it is known here too, should the network go away. */
  async heard({ nonce, code, paid = false }, { dropId, claimId, units, at, by }) {
    await this.note({ nonce, popUp: this.popUp, code, dropId, claimId, units, paid, at, by, told: true, fate: null });
  }

  /** A dispute that somebody has seen goes from here; the server has it on record. */
  async seen() {
    const disputed = this.untaken.filter(({ fate }) => fate === 'DISPUTED').map(({ nonce }) => nonce);
    this.own = this.own.filter(({ nonce }) => !disputed.includes(nonce));
    await this.store.dropScans(disputed);
  }
}

/** A verdict of a counter, whoever decided it. */
export function verdictOf(reason, claim, { units = 0, detail = '', alone = false } = {}) {
  return {
    reason, admitted: reason === 'OK', units, left: claim?.left ?? 0, holder: claim?.name ? { name: claim.name } : null, bundle: claim?.bundleName ?? '', contents: claim?.contents ?? [],
    due: claim?.due ?? null, window: claim?.window ?? null, earlier: reason === 'ALREADY_HANDED_OVER' && claim?.handedOverAt ? { at: claim.handedOverAt, by: claim.by } : null, detail, alone,
  };
}
