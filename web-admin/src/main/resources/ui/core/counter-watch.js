import { CounterAlone, verdictOf } from './counter-alone.js';
import { asking, GateLink } from './gate-link.js';
import { isAway } from './gate-scans.js';
import { GateUpload } from './gate-upload.js';
import { readCode, writeCode } from './pickup-code.js';

/** What the server has against a handover by the rules of the counter; anything else is no verdict. */
const REFUSALS = ['already-handed-over', 'wrong-point', 'not-ready', 'not-confirmed', 'payment-due', 'more-than-left', 'claim-is-over', 'no-such-claim'];

/** A device's watch at the counter of one pop-up: the pack list, the link and what is still to be uploaded, together. It goes alone and comes back by itself. */
export class CounterWatch {
  /** What the server has against taking what waits here. */
  problem = null;
  /** Who this browser is at the counter, kept with the book. */
  who = null;
  #tag = null;
  #reading = null;

  /** @param api one that tries once and waits two seconds; @param slow one with patience, for the first look and uploads; @param now the server's time, ms */
  constructor({ popUp, api, slow = api, store, timers, now = () => Date.now(), changed = () => {} }) {
    Object.assign(this, { popUp, path: `/pop-ups/${popUp}/counter`, api, slow, now, changed });
    this.alone = new CounterAlone({ popUp, store, now });
    const send = async (body) => ({ answers: (await slow.post(`${this.path}/handovers/offline`, body)).answers.map(({ nonce, judgement }) => ({ nonce, fate: judgement })) });
    this.upload = new GateUpload({ alone: this.alone, send, list: 'handovers', row: ({ nonce, code, dropId, units, paid, at }) => ({ nonce, code: writeCode({ drop: dropId, code }), units, paid, at }) });
    this.link = new GateLink({ reach: () => this.#reach(), timers, changed });
  }

  get cut() {
    return this.link.cut;
  }

  get asks() {
    return asking(this.link, () => this.untold);
  }

  get asOf() {
    return this.alone.asOf;
  }

  get untold() {
    return this.alone.untold.length;
  }

  get untaken() {
    return this.alone.untaken;
  }

  get book() {
    return this.alone.book?.json ?? null;
  }

  /** Begins with the server, or without it where this device was here before; fails when neither can be. */
  async start() {
    const kept = await this.alone.load().catch(() => null);
    this.#tag = kept?.tag ?? null;
    try {
      await this.read(kept ? this.api : this.slow);
    } catch (problem) {
      if (!kept || !isAway(problem)) throw problem;
      this.link.lost();
    }
    this.changed();
    if (!this.cut) await this.keepUp();
  }

  stop() {
    this.link.stop();
  }

  /** Asks the server to hand over; what it says is known here too. How many of several is asked before anything is handed over. */
  async ask(scan) {
    const read = readCode(scan.code);
    const known = this.alone.claimOf(scan.code);
    if (!read) return verdictOf('UNREADABLE', null);
    if (choosing(scan, known)) return verdictOf('HOW_MANY', known);
    try {
      if (scan.packed && known?.status === 'CONFIRMED') await this.#makeReady(known.dropId, [known.claimId]);
      const done = await this.api.post(`${this.path}/handovers`, { code: writeCode(read), units: scan.units ?? 0, nonce: scan.nonce, paid: Boolean(scan.paid) });
      await this.alone.heard({ ...scan, code: read.code }, done).catch(() => {});
      this.changed();
      return verdictOf('OK', { ...known, ...done, due: null }, { units: done.units });
    } catch (problem) {
      if (!REFUSALS.includes(problem.code)) throw problem;
      this.read().catch(() => {});
      return verdictOf(problem.code.toUpperCase().replaceAll('-', '_'), known, { detail: problem.message });
    }
  }

  async decide(scan) {
    if (!this.alone.ready) throw new Error('This device has no pack list yet.');
    const known = this.alone.claimOf(scan.code);
    if (choosing(scan, known)) return { ...verdictOf('HOW_MANY', known), alone: true };
    const verdict = await this.alone.decide(scan);
    this.changed();
    return verdict;
  }

  /** Says of claims that they lie packed; of all of a drop when none is named. */
  async ready(dropId, claims) {
    await this.#makeReady(dropId, claims);
    await this.read();
  }

  #makeReady(dropId, claims) {
    return this.slow.post(`${this.path}/ready`, { dropId, claims });
  }

  /** The pack list as it is now, and with it whether the server can be reached; what is left is uploaded. */
  async count() {
    if (this.cut) return;
    try {
      await this.read(this.api);
      await this.keepUp();
    } catch (problem) {
      if (isAway(problem)) this.link.lost();
    }
  }

  async keepUp() {
    if (this.untold) await this.upload.run().catch((problem) => (this.problem = isAway(problem) ? null : problem));
    this.changed();
  }

  /** Reads the pack list. One at a time. */
  read(api = this.slow) {
    this.#reading ??= this.#book(api).finally(() => (this.#reading = null));
    return this.#reading;
  }

  async #book(api) {
    const [asOf, mark] = [this.now(), this.alone.mark()];
    const { body, tag } = await api.getSince(this.path, this.alone.ready ? this.#tag : null);
    this.#tag = tag;
    await this.alone.learn(body ?? this.book, { asOf, mark, tag, who: this.who });
    this.changed();
  }

  async again() {
    await this.alone.again();
    await (this.cut ? this.link.nudge() : this.keepUp());
  }

  /** The server answers: it is told everything first, so that it decides by all that happened here. */
  async #reach() {
    try {
      await this.read(this.api);
      await this.upload.run();
      await this.read(this.api);
      this.problem = null;
    } catch (problem) {
      this.problem = isAway(problem) ? null : problem;
      this.changed();
      throw problem;
    }
  }
}

/** Of several units somebody says how many, before any is handed over. */
function choosing({ units }, known) {
  return !units && known?.left > 1 && ['READY', 'CONFIRMED'].includes(known.status);
}
