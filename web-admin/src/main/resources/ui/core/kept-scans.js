/**
 * What a device at a door or a counter decides by, and what it itself has decided since: both are in a store (gate-store.js) before
 * anybody is told. Something of its own is dropped when the server had it before it was asked for the book that is here now.
 * Who extends it makes a book of what the server sent (`understood`).
 */
export class KeptScans {
  book = null;
  asOf = null;
  own = [];

  /** @param store a GateStore; @param now the time of the server as far as it is known, ms */
  constructor({ popUp, store, now = () => Date.now() }) {
    Object.assign(this, { popUp, store, now });
  }

  get ready() {
    return Boolean(this.book);
  }

  /** What the server does not have yet, and may still take. */
  get untold() {
    return this.own.filter(({ told, fate }) => !told && !fate);
  }

  /** What the server did not take, with what it made of it. */
  get untaken() {
    return this.own.filter(({ fate }) => fate);
  }

  /** What was kept before the page was loaded again. Resolves with it, or null. */
  async load() {
    const [kept, own] = await Promise.all([this.store.book(this.popUp), this.store.scans(this.popUp)]);
    this.own = own;
    if (kept) this.#take(kept.book, kept.asOf);
    return kept ?? null;
  }

  /** What the server has by now: to be read before it is asked for a book, and handed over with the book. */
  mark() {
    return this.own.filter(({ told }) => told).map(({ nonce }) => nonce);
  }

  /** A book, as of when (ms) it was asked for, and the mark of then. `more` is kept with it. */
  async learn(book, { asOf, mark, ...more }) {
    this.#take(book, asOf);
    this.own = this.own.filter(({ nonce }) => !mark.includes(nonce));
    await this.store.keepBook({ ...more, popUp: this.popUp, book, asOf });
    if (mark.length) await this.store.dropScans(mark);
  }

  #take(book, asOf) {
    this.understood(book);
    this.asOf = asOf;
  }

  /** What the server had before this device heard of it. */
  async note(scan) {
    this.own = [...this.own.filter((own) => own.nonce !== scan.nonce), scan];
    await this.store.keepScans([scan]);
  }

  /** What became of what was sent: `[{nonce, fate}]`. What the server has not taken stays, with its word. */
  async told(answers) {
    const fates = new Map(answers.map(({ nonce, fate }) => [nonce, fate]));
    const changed = this.own.filter(({ nonce }) => fates.has(nonce));
    for (const scan of changed) {
      const taken = ['KEPT', 'KEPT_ALREADY'].includes(fates.get(scan.nonce));
      Object.assign(scan, taken ? { told: true, fate: null } : { fate: fates.get(scan.nonce) });
    }
    await this.store.keepScans(changed);
  }

  /** What the server did not take is sent again: the clock was set right, say. */
  async again() {
    const changed = this.untaken;
    for (const scan of changed) scan.fate = null;
    await this.store.keepScans(changed);
  }

  /** Keeps what was decided; it counts here before it is on the disk, since the next one may come meanwhile. */
  async keep(scan) {
    this.own.push(scan);
    try {
      await this.store.keepScans([scan]);
    } catch (problem) {
      this.own = this.own.filter((own) => own !== scan);
      throw problem;
    }
  }
}
