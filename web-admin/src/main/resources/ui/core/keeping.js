import { carried, markOf } from './kept-class.js';

/** Class time is kept for a reload this often, ms. */
const MARK_MS = 1000;

/** Keeps a class and its time for the page that comes after this one, and goes on with what the page before has kept. */
export class Keeping {
  #markedAt = -Infinity;
  #worth = false;

  /** @param kept is a KeptClass, or null where nothing is kept */
  constructor({ kept, clock, now, wall, origin }) {
    Object.assign(this, { kept, clock, now, wall, origin });
  }

  /** What was kept of the class in this `epoch` (null: whichever), if class time can be told well enough to go on with it, or null. */
  goOn(epoch) {
    const was = this.kept?.read();
    if (!was?.state || (epoch && epoch !== was.epoch)) return null;
    if (!this.clock.carryOn(carried(this.kept.readMark(), this.now(), this.wall(), this.origin), this.now())) return null;
    this.#worth = true;
    return was;
  }

  keep(parts) {
    this.#worth = Boolean(parts.state);
    this.kept?.write(parts);
    this.mark();
  }

  /** Writes down where class time stands. */
  mark() {
    if (!this.kept || !this.#worth || !this.clock.known) return;
    this.#markedAt = this.now();
    this.kept.mark(markOf(this.clock, this.#markedAt, this.wall(), this.origin));
  }

  /** The same, if the last time was a while ago. */
  markNowAndThen() {
    if (this.now() - this.#markedAt >= MARK_MS) this.mark();
  }

  forget() {
    this.#worth = false;
    this.kept?.forget();
  }
}
