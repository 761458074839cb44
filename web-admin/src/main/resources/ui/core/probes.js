import { LinkStats } from './link-stats.js';

const BURST = 16;
const BURST_MS = 50;
const STEADY_MS = 2500;
const SILENT_MS = 6000;
const SUSPECT_MS = 1500;

/** Asks for class time: 16 probes 50 ms apart on connect, then one every 2.5 s; a line that stays silent is dropped. */
export class Probes {
  #left = 0;
  #timer = null;
  #suspect = null;

  /** Round trip of the newest answered probe, ms. */
  rtt = null;
  /** What the probes say of the link. */
  link = new LinkStats();

  constructor({ socket, clock, now, timers, changed }) {
    Object.assign(this, { socket, clock, now, timers, changed });
  }

  start() {
    this.#left = BURST;
    this.#tick();
  }

  stop() {
    this.timers.clear(this.#timer);
    this.timers.clear(this.#suspect);
  }

  /** Something says that the link may be dead: an answer within 1.5 s, or it is dropped. */
  suspect() {
    if (this.socket.status !== 'live') return;
    const before = this.socket.heardAt;
    this.#ask();
    this.timers.clear(this.#suspect);
    this.#suspect = this.timers.set(() => this.socket.heardAt === before && this.socket.drop(), SUSPECT_MS);
  }

  #tick() {
    this.timers.clear(this.#timer);
    if (this.socket.status !== 'live') return;
    if (this.now() - this.socket.heardAt > SILENT_MS) return this.socket.drop();
    this.#ask();
    this.#left = Math.max(0, this.#left - 1);
    this.#timer = this.timers.set(() => this.#tick(), this.#left > 0 ? BURST_MS : STEADY_MS);
  }

  async #ask() {
    const t0 = this.now();
    const answer = await this.socket.ask('clock', { t0 }, STEADY_MS).catch(() => null);
    if (!answer) this.link.probed(null);
    if (!answer || answer.t0 !== t0) return;
    const t1 = this.socket.heardAt;
    this.rtt = t1 - t0;
    this.link.probed(this.rtt);
    if (this.clock.probe({ t0, t1, t: answer.t, err: answer.err }) === 'stepped') this.start();
    this.changed();
  }
}
