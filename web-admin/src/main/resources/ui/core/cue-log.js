/**
 * Where this device stands in the class's cue log: `epoch`, `gen` (the writer's fencing token) and the newest `offset`
 * held without a gap. It decides what an arriving cue is; executing it is the schedule's business.
 */
export class CueLog {
  epoch = null;
  gen = 0;
  offset = 0;

  constructor(position) {
    if (position?.epoch) Object.assign(this, position);
  }

  /** What a new socket offers to resume from, or nothing on a first visit. */
  get resume() {
    return this.epoch ? { epoch: this.epoch, gen: this.gen, offset: this.offset } : undefined;
  }

  /** Takes the answer to `connect`: `first`, `recovered`, `rewound`, `lost`, or `stale` (a writer that has been replaced). */
  attached({ epoch, gen, offset, recovered, rewind }) {
    const known = this.epoch;
    if (known === epoch && gen < this.gen) return 'stale';
    this.epoch = epoch;
    this.gen = gen;
    if (!recovered) {
      this.offset = offset;
      return known ? 'lost' : 'first';
    }
    if (typeof rewind !== 'number') return 'recovered';
    this.offset = Math.min(this.offset, rewind);
    return 'rewound';
  }

  /** Tells an arriving cue's place: `taken`, `old` (held already), `stale` (lower gen, other epoch) or `gap` (ask to resume). */
  take({ epoch, gen, offset }) {
    if (epoch !== this.epoch || gen < this.gen) return 'stale';
    if (offset > this.offset + 1) return 'gap';
    this.gen = gen;
    if (offset <= this.offset) return 'old';
    this.offset = offset;
    return 'taken';
  }
}
