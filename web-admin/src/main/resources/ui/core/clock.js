/** How far two honest crystals may drift apart: 100 ppm, the widening of docs/wire.md. */
const DRIFT = 100e-6;

/**
 * What this device knows about class time: an interval that surely holds `class time − device time`.
 *
 * Every probe answers with class time `t ± err`, read somewhere between sending (`t0`) and receiving (`t1`), so the
 * difference lies in `[t − err − t1, t + err − t0]` whatever the asymmetry of the path. Older knowledge is widened by
 * 100 ppm of its age and intersected with the new. Nothing left means that a clock stepped: only the newest counts.
 * All times are milliseconds; device times come from a monotonic clock.
 */
export class ClockEstimate {
  #low = NaN;
  #high = NaN;
  #at = 0;

  /** How often an empty intersection has shown that a clock stepped. */
  steps = 0;

  get known() {
    return !Number.isNaN(this.#low);
  }

  /** Takes one probe; tells whether it was the `first`, `held` with what was known, `stepped`, or is `unusable`. */
  probe({ t0, t1, t, err }) {
    if (!(t1 >= t0) || !Number.isFinite(t) || !(err >= 0)) return 'unusable';
    const low = t - err - t1;
    const high = t + err - t0;
    if (!this.known) return this.#keep(low, high, t1, 'first');
    const wider = this.#widening(t1);
    const bothLow = Math.max(low, this.#low - wider);
    const bothHigh = Math.min(high, this.#high + wider);
    if (bothLow <= bothHigh) return this.#keep(bothLow, bothHigh, t1, 'held');
    this.steps += 1;
    return this.#keep(low, high, t1, 'stepped');
  }

  /** Takes an interval known from before the page was loaded again; false when nothing is known. */
  carryOn(interval, at) {
    if (interval) this.#keep(interval.low, interval.high, at, 'carried');
    return Boolean(interval);
  }

  /** Class time at a device time; never below zero, whatever the clocks do. */
  classTime(device) {
    return Math.max(0, device + this.#middle());
  }

  /** Device time at a class time. */
  deviceTime(classTime) {
    return classTime - this.#middle();
  }

  /** Half the interval's width at a device time: the guaranteed error of both conversions. */
  bound(device) {
    return (this.#high - this.#low) / 2 + this.#widening(device);
  }

  #middle() {
    return (this.#low + this.#high) / 2;
  }

  #widening(device) {
    return Math.abs(device - this.#at) * DRIFT;
  }

  #keep(low, high, at, verdict) {
    this.#low = low;
    this.#high = high;
    this.#at = at;
    return verdict;
  }
}
