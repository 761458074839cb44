import { classTimeOf } from './plan.js';

/** Later than this many ms a cue counts as late; from docs/wire.md. */
export const LATE_MS = 30;
/** Later than this many ms a cue is taken as state, not as sound; from docs/wire.md. */
export const EXPIRED_MS = 2000;

/**
 * What is still to be executed and what has been. A cue is known by its `cueId` for good: it is executed at most once,
 * whether it came over the wire, again with a higher `rev`, in a replay, or was due from the plan while the socket was away.
 * Methods return what became settled as `{offset, at, ct, how}`: `at` device ms and `ct` class ms of execution, or null.
 */
export class Schedule {
  #waiting = new Map();
  #done = new Map();

  constructor(doneIds = []) {
    for (const id of doneIds) this.#done.set(id, null);
  }

  /** The newest executed cue ids, for a page that is loaded again. */
  doneIds(limit = 500) {
    return [...this.#done.keys()].slice(-limit);
  }

  /** What was executed since the page was loaded: `{cueId, kind, due, at, ct, how}`, times as in `record`. */
  get executed() {
    return [...this.#done].filter(([, done]) => done).map(([cueId, { kind, due, at, ct, how }]) => ({ cueId, kind, due, at, ct, how }));
  }

  isDone(cueId) {
    return this.#done.has(cueId);
  }

  /** Expects the plan's own cues where the class's anchor puts them, so that they come on time without a socket. */
  follow(plan, state, ct) {
    for (const planned of plan?.cues ?? []) {
      if (this.#done.has(planned.cueId)) continue;
      const at = classTimeOf(state.anchor, planned.planAt);
      const entry = this.#waiting.get(planned.cueId);
      if (entry) entry.at = at;
      else if (at !== null && at > ct - EXPIRED_MS) this.#waiting.set(planned.cueId, expected(planned, at));
    }
  }

  /** Takes a cue from the wire that waits for its time (PLANNED, LIVE). Returns the offsets this settles at once. */
  offer(cue, replay = false) {
    if (this.#done.has(cue.cueId)) return [this.#again(cue)];
    const entry = this.#waiting.get(cue.cueId);
    if (!entry) {
      if (cue.at === null) return [settled(cue.offset, null, null, 'WITHDRAWN')];
      this.#waiting.set(cue.cueId, { cue, at: cue.at, rev: cue.rev ?? 0, offset: cue.offset, replay });
      return [];
    }
    if (entry.offset !== null && (cue.rev ?? 0) <= entry.rev) return [settled(cue.offset, null, null, 'WITHDRAWN')];
    return this.#revise(entry, cue, replay);
  }

  /** Takes out what is due at class time `ct`, oldest first, as `{cue, how, offset, sound}`; `record` says when it was executed. */
  due(ct) {
    const due = [...this.#waiting.values()].filter((e) => e.at !== null && e.at <= ct).sort((a, b) => a.at - b.at);
    for (const entry of due) {
      this.#waiting.delete(entry.cue.cueId);
      entry.how = howAt(ct - entry.at, entry.replay);
      entry.sound = entry.how === 'ONTIME' || entry.how === 'LATE';
    }
    return due;
  }

  /** Remembers an execution for good and returns what to acknowledge. */
  record({ cue, how, offset }, at, ct) {
    const settledCue = settled(offset, at, ct, how);
    this.#done.set(cue.cueId, { ...settledCue, rev: cue.rev ?? 0, kind: cue.kind, due: cue.at });
    return settledCue;
  }

  /** Entries due within `horizon` ms, for sounds that want to be laid ahead. */
  ahead(ct, horizon) {
    return [...this.#waiting.values()].filter((e) => e.at !== null && e.at - ct <= horizon);
  }

  /** The next class time at which something is due, or null. */
  next() {
    let next = null;
    for (const { at } of this.#waiting.values()) if (at !== null && (next === null || at < next)) next = at;
    return next;
  }

  /** Forgets what was expected: the class went on without this device (a snapshot follows). */
  clear() {
    const dropped = [...this.#waiting.values()];
    this.#waiting.clear();
    return dropped;
  }

  #again(cue) {
    const done = this.#done.get(cue.cueId);
    if (!done) return settled(cue.offset, null, null, 'REPLAYED');
    if ((cue.rev ?? 0) > done.rev) return settled(cue.offset, null, null, 'WITHDRAWN');
    return settled(cue.offset, done.at, done.ct, done.how);
  }

  #revise(entry, cue, replay) {
    const settledNow = entry.offset === null ? [] : [settled(entry.offset, null, null, 'WITHDRAWN')];
    Object.assign(entry, { cue, at: cue.at, rev: cue.rev ?? 0, offset: cue.offset, replay });
    if (cue.at === null) {
      settledNow.push(settled(cue.offset, null, null, 'WITHDRAWN'));
      entry.offset = null;
    }
    return settledNow;
  }
}

function expected(planned, at) {
  const { cueId, verb, text, showMs, tone = null, data = null, index } = planned;
  const shown = data ?? (verb === 'COUNT' ? { left: index } : verb === 'SEGMENT' ? { index } : null);
  return { cue: { cueId, kind: 'PLANNED', verb, text, showMs, tone, data: shown, rev: 0, at }, at, rev: 0, offset: null, replay: false };
}

function howAt(late, replay) {
  if (late > EXPIRED_MS) return replay ? 'REPLAYED' : 'EXPIRED';
  return late > LATE_MS ? 'LATE' : 'ONTIME';
}

function settled(offset, at, ct, how) {
  return { offset, at, ct, how };
}
