/** In the first minute a knock goes out this often, ms, give or take the jitter; then less and less often, up to `LONGEST_MS`. */
const OFTEN_MS = 400;
const LONGEST_MS = 5000;
const FIRST_MS = 60000;
const GROWTH = 1.5;
/** A knock without an answer for this long found nobody. */
const PATIENCE_MS = 1500;

/**
 * Finds out that the server can be reached again when nobody says so: a browser in a dead spot believes that it is online, and
 * an attempt to connect that began there hangs in ever longer pauses of TCP. A knock is the smallest request there is, on a
 * connection of its own, so it neither costs the class anything nor counts as a failed socket, of which browsers allow ever
 * fewer. The next minute of a class is worth half a second of patience; whoever is away for longer is waited for with less
 * haste. Each pause is drawn anew, between 60 and 100 % of what it may be: a node that comes back sees its members come
 * spread over it and not in one instant.
 */
export class Knocker {
  #timer = null;
  #began = null;
  #pause = OFTEN_MS;
  #open = null;
  #failed = false;
  #round = 0;

  /** @param knock resolves when anything answers; @param heard is told `{sentAt, since, returned}`: `since` is when the first knock in a row went out that was answered, `returned` whether one before failed. */
  constructor({ knock, now, timers, random = Math.random, heard }) {
    Object.assign(this, { knock, now, timers, random, heard });
  }

  start() {
    if (this.#began !== null) return;
    this.#began = this.now();
    this.#pause = OFTEN_MS;
    this.#open = null;
    this.#failed = false;
    this.#tick();
  }

  stop() {
    this.#began = null;
    this.#round += 1;
    this.timers.clear(this.#timer);
  }

  #tick() {
    this.#send();
    if (this.now() - this.#began > FIRST_MS) this.#pause = Math.min(LONGEST_MS, this.#pause * GROWTH);
    this.#timer = this.timers.set(() => this.#tick(), this.#pause * (0.6 + 0.4 * this.random()));
  }

  #send() {
    const sentAt = this.now();
    const round = this.#round;
    let over = false;
    const end = (answered) => {
      if (over || round !== this.#round) return;
      over = true;
      this.timers.clear(late);
      this.#settled(answered, sentAt);
    };
    const late = this.timers.set(() => end(false), Math.max(PATIENCE_MS, this.#pause));
    this.knock().then(() => end(true), () => end(false));
  }

  /** Knocks overtake each other: one that failed says nothing when a later one was answered. */
  #settled(answered, sentAt) {
    if (!answered) {
      this.#failed = true;
      if (this.#open === null || sentAt > this.#open.last) this.#open = null;
      return;
    }
    this.#open = { since: this.#open?.since ?? sentAt, last: Math.max(sentAt, this.#open?.last ?? 0) };
    this.heard({ sentAt, since: this.#open.since, returned: this.#failed });
  }
}

/** Knocks at a path of this server, whatever it answers. */
export function knockAt(path) {
  return () => fetch(path, { cache: 'no-store', credentials: 'omit', signal: AbortSignal.timeout(LONGEST_MS) });
}
