/** A seeded random number in [0, 1): the same seed, the same run (mulberry32). */
export function seeded(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Time that only moves when told to, with timers and the microtasks between them. */
export class World {
  now = 1000;
  #timers = new Map();
  #id = 1;

  timers = {
    set: (run, ms) => {
      this.#timers.set(this.#id, { at: this.now + Math.max(0, ms), run });
      return this.#id++;
    },
    clear: (id) => this.#timers.delete(id),
  };

  async pass(ms) {
    const end = this.now + ms;
    for (;;) {
      await settled();
      const next = [...this.#timers].filter(([, t]) => t.at <= end).sort((a, b) => a[1].at - b[1].at || a[0] - b[0])[0];
      if (!next) break;
      this.#timers.delete(next[0]);
      this.now = Math.max(this.now, next[1].at);
      next[1].run();
    }
    this.now = end;
    await settled();
  }
}

async function settled() {
  for (let i = 0; i < 20; i += 1) await null;
}

export function equal(actual, expected, what = 'value') {
  const a = JSON.stringify(actual);
  const e = JSON.stringify(expected);
  if (a !== e) throw new Error(`${what}: expected ${e} but was ${a}`);
}

export function truth(condition, what) {
  if (!condition) throw new Error(what);
}
