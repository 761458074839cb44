/** A sound is laid this many ms ahead, so that the audio clock and not a timer decides when it is heard. */
const LAY_AHEAD_MS = 400;
/** A timer may fire this early by rounding; executing then is on time. */
const EARLY_MS = 1;

/** Executes the schedule on time: one timer, set to whatever comes next. */
export class Performer {
  #timer = null;
  #laid = new Map();

  constructor({ schedule, clock, now, timers, lay, perform }) {
    Object.assign(this, { schedule, clock, now, timers, lay, perform });
  }

  /** Something changed: execute what is due, lay the sounds ahead, and wait for the next. */
  refresh() {
    this.timers.clear(this.#timer);
    if (!this.clock.known) return;
    this.#execute();
    this.#layAhead();
    this.#wait();
  }

  /** Takes back the sounds of entries that are no longer expected. */
  cancel(entries) {
    for (const { cue } of entries) this.#unlay(cue.cueId);
  }

  stop() {
    this.timers.clear(this.#timer);
    for (const cueId of [...this.#laid.keys()]) this.#unlay(cueId);
  }

  #execute() {
    const at = this.now();
    const ct = this.clock.classTime(at);
    for (const entry of this.schedule.due(ct + EARLY_MS)) {
      const laid = this.#laid.get(entry.cue.cueId)?.at === entry.at;
      if (laid && entry.sound) this.#laid.delete(entry.cue.cueId);
      else this.#unlay(entry.cue.cueId);
      this.perform({ ...entry, laid }, at, ct);
    }
  }

  #layAhead() {
    const ct = this.clock.classTime(this.now());
    const soon = new Map(this.schedule.ahead(ct, LAY_AHEAD_MS).map((entry) => [entry.cue.cueId, entry]));
    for (const [cueId, laid] of this.#laid) if (soon.get(cueId)?.at !== laid.at) this.#unlay(cueId);
    for (const [cueId, entry] of soon) {
      if (this.#laid.has(cueId)) continue;
      const cancel = this.lay({ cue: entry.cue, at: this.clock.deviceTime(entry.at) });
      if (cancel) this.#laid.set(cueId, { at: entry.at, cancel });
    }
  }

  #wait() {
    const ct = this.clock.classTime(this.now());
    const next = this.schedule.next();
    if (next === null) return;
    const toLay = next - LAY_AHEAD_MS - ct;
    // A device clock may run away from class time: look again after ten seconds at the latest.
    this.#timer = this.timers.set(() => this.refresh(), Math.min(10000, Math.max(0, toLay > 0 ? toLay : next - ct)));
  }

  #unlay(cueId) {
    this.#laid.get(cueId)?.cancel();
    this.#laid.delete(cueId);
  }
}
