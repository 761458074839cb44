const EVERY_MS = 1000;
/** A sensor that said nothing for this long (ms) says nothing now. */
export const FRESH_MS = 3000;

/** Tells the class once a second how the link is and what the sensors say; while there is no line, nothing is kept for later. */
export class Vitals {
  #timer = null;
  #readings = new Map();

  /** The member's own maximal heart rate, bpm, or null. */
  maxHr = null;

  constructor({ socket, link, now, timers, around = () => ({}) }) {
    Object.assign(this, { socket, link, now, timers, around });
  }

  start() {
    this.timers.clear(this.#timer);
    this.#timer = this.timers.set(() => this.#tick(), EVERY_MS);
  }

  stop() {
    this.timers.clear(this.#timer);
  }

  /** The link has become bad: that is said at once. */
  hurry() {
    if (this.socket.ready) this.#tellLink();
  }

  /** A sensor says `{hr, cadence, power, reps}`, those it measures. */
  sensed(reading) {
    for (const [name, value] of Object.entries(reading)) this.#readings.set(name, { value, at: this.now() });
  }

  /** What the sensors say now; a value that is too old is not there. */
  get reading() {
    const fresh = [...this.#readings].filter(([, { at }]) => this.now() - at <= FRESH_MS);
    return Object.fromEntries(fresh.map(([name, { value }]) => [name, value]));
  }

  #tick() {
    this.start();
    if (!this.socket.ready) return;
    this.#tellLink();
    const reading = this.reading;
    if (Object.keys(reading).length) this.socket.tell('bio', reading.hr && this.maxHr ? { ...reading, maxHr: this.maxHr } : reading);
  }

  #tellLink() {
    this.socket.tell('stats', this.link.told(this.now(), this.around()));
  }
}
