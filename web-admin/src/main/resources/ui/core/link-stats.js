/**
 * The share of lost probes is taken of so many: at one a second, a lost one counts for a minute or so. One of 50 is 2 %, below
 * the 3 % that cost a rung and below what bars the way back up; two are more than chance. What has not been probed yet counts
 * as answered, so that one lost right after the start is no more than that either.
 */
const REMEMBERED = 50;
/** A probe this old (ms) without an answer, while an older one waits too, says that the line stands still: one alone may be lost. */
const WITNESS_MS = 250;

/**
 * How a device finds its link, from its own probes: `rtt` ms, `jitter` ms (mean deviation of successive round trips, as in
 * RFC 3550, 6.4.1), `loss` (share of the newest probes without an answer). Times are device milliseconds.
 */
export class LinkStats {
  #rtt = null;
  #jitter = null;
  #answers = [];
  #waiting = [];

  /** How many probes wait for an answer and have not been overtaken by one: a line keeps its order. */
  get waiting() {
    return this.#waiting.length;
  }

  /** A probe went out. */
  asked(at) {
    this.#waiting.push(at);
  }

  /** The probe of `at` was answered after `rtt` ms, or not at all (null). */
  probed(at, rtt) {
    this.#waiting = this.#waiting.filter((other) => (rtt === null ? other !== at : other > at));
    this.#answers = [...this.#answers, rtt !== null].slice(-REMEMBERED);
    if (rtt === null) return;
    if (this.#rtt !== null) this.#jitter = (this.#jitter ?? 0) + (Math.abs(rtt - this.#rtt) - (this.#jitter ?? 0)) / 16;
    this.#rtt = rtt;
  }

  /** Another line: what was asked on the one before says nothing of it. */
  anew() {
    this.#waiting = [];
  }

  /** How long the line has been standing still, ms: as long as its oldest probe waits, when a younger one waits too. */
  stalled(now) {
    const [oldest, witness] = this.#waiting;
    return witness !== undefined && now - witness >= WITNESS_MS ? now - oldest : 0;
  }

  /** What `stats` of cue.v1 says; what is not known is left out. A line that stands still has a round trip of at least that long. */
  told(now, { down = null, bufferMs = null, freezes = 0 } = {}) {
    const lost = this.#answers.filter((answered) => !answered).length;
    const stalled = this.stalled(now);
    return withoutNulls({ rtt: round(stalled ? Math.max(stalled, this.#rtt ?? 0) : this.#rtt), jitter: round(this.#jitter),
      loss: this.#answers.length ? lost / REMEMBERED : null, buffer: bufferMs, freezes, down });
  }
}

function round(ms) {
  return ms === null ? null : Math.round(ms * 10) / 10;
}

function withoutNulls(values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined));
}
