/** How soon the server is tried again, ms, and how much later each time, up to the longest. */
const FIRST_MS = 800;
const GROWTH = 1.6;
const LONGEST_MS = 10000;

/**
 * Whether the server can be asked. Nobody switches it: one request that is not answered in time cuts it, and then it is tried
 * again by itself, until it answers and has everything that was decided meanwhile.
 */
export class GateLink {
  cut = false;
  #timer = null;
  #pause = FIRST_MS;
  #trying = false;
  #stopped = false;

  /** @param reach resolves when the server answers and nothing is left to tell it */
  constructor({ reach, timers, random = Math.random, changed = () => {} }) {
    Object.assign(this, { reach, timers, random, changed });
  }

  lost() {
    if (this.cut || this.#stopped) return;
    this.cut = true;
    this.#pause = FIRST_MS;
    this.changed();
    this.#later();
  }

  /** Something says that the network is back: now rather than later. */
  nudge() {
    if (!this.cut) return;
    this.timers.clear(this.#timer);
    this.#pause = FIRST_MS;
    this.#try();
  }

  stop() {
    this.#stopped = true;
    this.timers.clear(this.#timer);
  }

  #later() {
    this.#timer = this.timers.set(() => this.#try(), this.#pause * (0.6 + 0.4 * this.random()));
    this.#pause = Math.min(LONGEST_MS, this.#pause * GROWTH);
  }

  async #try() {
    if (this.#trying || this.#stopped) return;
    this.#trying = true;
    const back = await this.reach().then(() => true, () => false);
    this.#trying = false;
    if (this.#stopped) return;
    if (!back) return this.#later();
    this.cut = false;
    this.changed();
  }
}

/** Whether something is the server's to decide: not while it lacks what this device did alone, since it would not know of it. `untold` counts that. */
export function asking(link, untold) {
  return {
    get cut() {
      return link.cut || untold() > 0;
    },
    lost: () => link.lost(),
  };
}
