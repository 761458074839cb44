import { LinkStats } from './link-stats.js';

const BURST = 16;
const BURST_MS = 50;
/** Often enough to notice within three seconds that a link has become bad, which costs about a hundred bytes a second. */
const STEADY_MS = 1000;
/** A probe without an answer for this long is lost. */
const ANSWER_MS = 2500;
/** A probe that waits this long gets a second one beside it, to tell a lost one from a line that stands still. */
const DOUBT_MS = 500;
const STALLED_MS = 1000;
const SILENT_MS = 6000;
const SUSPECT_MS = 1500;

/**
 * Asks for class time: 16 probes 50 ms apart on connect, then one a second; a line that stays silent is dropped. `stalled` is
 * called when the line has stood still for a second.
 */
export class Probes {
  #left = 0;
  #timer = null;
  #suspect = null;
  #doubt = null;
  #line = 0;

  /** Round trip of the newest answered probe, ms. */
  rtt = null;
  /** What the probes say of the link. */
  link = new LinkStats();

  constructor({ socket, clock, now, timers, changed, stalled = () => {} }) {
    Object.assign(this, { socket, clock, now, timers, changed, stalled });
  }

  start() {
    this.#forget();
    this.#left = BURST;
    this.#tick();
  }

  stop() {
    this.#forget();
    this.timers.clear(this.#timer);
    this.timers.clear(this.#suspect);
  }

  /** One probe, by a device that is not connected yet. */
  once() {
    this.#ask();
  }

  /** Something says that the link may be dead: a word within `patience` ms, or it is dropped. */
  suspect(patience = SUSPECT_MS) {
    if (this.socket.status !== 'live') return;
    const before = this.socket.heardAt;
    this.#ask();
    this.timers.clear(this.#suspect);
    this.#suspect = this.timers.set(() => this.socket.heardAt === before && this.socket.drop(), patience);
  }

  /** What is under way was asked on a line that is gone: its answers may come over the next one, and say nothing of either. */
  #forget() {
    this.#line += 1;
    this.link.anew();
    this.timers.clear(this.#doubt);
    this.#doubt = null;
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
    const line = this.#line;
    this.link.asked(t0);
    this.#doubt ??= this.timers.set(() => this.#doubted(), DOUBT_MS);
    const answer = await this.socket.ask('clock', { t0 }, ANSWER_MS).catch(() => null);
    if (line !== this.#line) return;
    if (!answer) this.link.probed(t0, null);
    if (!answer || answer.t0 !== t0) return;
    const t1 = this.socket.heardAt;
    this.rtt = t1 - t0;
    this.link.probed(t0, this.rtt);
    if (this.link.waiting === 0) this.#calm();
    if (this.clock.probe({ t0, t1, t: answer.t, err: answer.err }) === 'stepped') this.start();
    this.changed();
  }

  #calm() {
    this.timers.clear(this.#doubt);
    this.#doubt = null;
  }

  /** One alone may be lost: another goes beside it. Two that wait are a line that stands still, said as soon as it is a second. */
  #doubted() {
    this.#calm();
    if (this.socket.status !== 'live' || this.link.waiting === 0) return;
    if (this.link.waiting === 1) this.#ask();
    else this.#doubt = this.timers.set(() => this.#doubted(), DOUBT_MS);
    if (this.link.stalled(this.now()) >= STALLED_MS) this.stalled();
  }
}
