import { Acks } from './acks.js';

const GATHER_MS = 200;

/** Sends what has been executed, gathered for a moment; what finds no socket waits for the next. */
export class AckPost {
  #timer = null;
  #acks = new Acks();

  /** @param bound tells how well class time is known, @param rtt the newest round trip; each may be null. */
  constructor({ socket, now, timers, bound, rtt }) {
    Object.assign(this, { socket, now, timers, bound, rtt });
  }

  add(settled) {
    this.#acks.add(settled);
    if (this.#acks.waiting && !this.#timer) this.#timer = this.timers.set(() => this.send(), GATHER_MS);
  }

  send() {
    this.#timer = null;
    while (this.socket.ready && this.#acks.waiting) this.socket.tell('ack', this.#acks.take(this.now(), this.bound(), this.rtt()));
  }
}
