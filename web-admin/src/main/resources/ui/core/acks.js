/** At most this many settled cues wait for a socket; the log itself keeps 4,096. */
const KEEP = 4096;

/** Gathers what has been executed into few `ack` frames; keeps it while there is no socket. Times are device milliseconds. */
export class Acks {
  #settled = [];

  get waiting() {
    return this.#settled.length;
  }

  /** Takes settled cues of the schedule; what never had an offset (executed from the plan) waits for its cue to arrive. */
  add(settled) {
    for (const one of settled) if (one.offset !== null && one.offset !== undefined) this.#settled.push(one);
    if (this.#settled.length > KEEP) this.#settled.splice(0, this.#settled.length - KEEP);
  }

  /** The body of one `ack` frame, or null when nothing waits. `held` is what passed since each execution, `rtt` the newest probe's. */
  take(now, bound, rtt = null) {
    if (this.#settled.length === 0) return null;
    const cues = this.#settled.splice(0, 256).map(({ offset, at, ct, how }) => ({
      o: offset,
      held: at === null ? 0 : Math.max(0, round(now - at)),
      ct: ct === null ? null : round(ct),
      how,
    }));
    return { bound: known(bound), rtt: known(rtt), cues };
  }
}

function known(ms) {
  return ms === null ? null : round(ms);
}

function round(ms) {
  return Math.round(ms * 100) / 100;
}
