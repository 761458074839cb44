/** Between two words about it, ms: what the wire allows, and something for clocks that differ. */
const APART_MS = 1100;

/** The rung this device wants never to be above, or null; a relay hears it once a second at most, and wants to hear the newest. */
export class Pin {
  #timer = null;
  #toldAt = -Infinity;

  rung = null;

  constructor({ socket, now, timers }) {
    Object.assign(this, { socket, now, timers });
  }

  choose(rung) {
    this.rung = rung;
    this.tell();
  }

  /** Says it again, to a relay that knows otherwise. */
  tell() {
    this.timers.clear(this.#timer);
    if (this.socket.status !== 'live') return;
    const wait = this.#toldAt + APART_MS - this.now();
    if (wait > 0) return (this.#timer = this.timers.set(() => this.tell(), wait));
    this.#toldAt = this.now();
    this.socket.tell('pin', { rung: this.rung });
  }
}
