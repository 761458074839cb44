/** Probes remembered for the share of those that got no answer. */
const REMEMBERED = 8;

/**
 * How a device finds its link, from its own probes: `rtt` ms, `jitter` ms (mean deviation of successive round trips, as in
 * RFC 3550, 6.4.1), `loss` (share of the newest probes without an answer).
 */
export class LinkStats {
  #rtt = null;
  #jitter = null;
  #answers = [];

  /** A probe was answered after `rtt` ms, or not at all (null). */
  probed(rtt) {
    this.#answers = [...this.#answers, rtt !== null].slice(-REMEMBERED);
    if (rtt === null) return;
    if (this.#rtt !== null) this.#jitter = (this.#jitter ?? 0) + (Math.abs(rtt - this.#rtt) - (this.#jitter ?? 0)) / 16;
    this.#rtt = rtt;
  }

  /** What `stats` of cue.v1 says; what is not known is left out. */
  told({ down = null, bufferMs = null, freezes = 0 } = {}) {
    const lost = this.#answers.filter((answered) => !answered).length;
    return withoutNulls({ rtt: round(this.#rtt), jitter: round(this.#jitter), loss: this.#answers.length ? lost / this.#answers.length : null,
      buffer: bufferMs, freezes, down });
  }
}

function round(ms) {
  return ms === null ? null : Math.round(ms * 10) / 10;
}

function withoutNulls(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
}
