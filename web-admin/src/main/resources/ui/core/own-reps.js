import { readModel, targetAt } from './reps.js';
import { realTimers } from './timers.js';

const UNDER_WAY = ['LIVE', 'PAUSED'];
/** A model that could not be had is tried again after this long, ms. */
const AGAIN_MS = 5000;

/**
 * What a member aims at, out of the class's rep models, and what of it this device has confirmed. A model comes from where assets
 * are put aside, so it is there without a network too; what was confirmed is kept over a reload. Answers to a question about
 * repetitions belong to what was aimed at when the question came, whenever the member finds the time to answer.
 */
export class OwnReps {
  #models = new Map();
  #asked = { cueId: null, key: null };

  /** `{key, exercises, reps}` as of the last look, or null. */
  target = null;

  /** @param store has the `bytes` of an asset; @param kept is the class's KeptClass; @param changed is told when a model is here. */
  constructor({ store, kept, changed = () => {}, timers = realTimers }) {
    Object.assign(this, { store, kept, changed, timers });
  }

  /** Called twice a second and with every change of the class. */
  follow({ assets, plan, state, position }) {
    const listed = (assets?.assets ?? []).filter(({ kind }) => kind === 'REPS').map(({ url }) => url);
    for (const url of this.#models.keys()) if (!listed.includes(url)) this.#models.delete(url);
    for (const url of listed) if (!this.#models.has(url)) this.#load(url);
    const exercises = listed.flatMap((url) => this.#models.get(url) ?? []);
    this.target = UNDER_WAY.includes(state?.phase) && state.startedAt !== null ? targetAt(exercises, plan, position) : null;
    if (listed.every((url) => this.#models.get(url))) this.#question(state?.ask?.cueId ?? null);
  }

  #question(cueId) {
    if (cueId !== this.#asked.cueId) this.#asked = { cueId, key: this.target?.key ?? null };
  }

  /** Repetitions confirmed of what is aimed at now, over all questions. */
  get confirmed() {
    const answers = this.target ? this.#kept[this.target.key] : null;
    return Object.values(answers ?? {}).reduce((sum, value) => sum + value, 0);
  }

  /** The member has answered a question about repetitions. */
  confirm(cueId, value) {
    const key = cueId === this.#asked.cueId ? this.#asked.key : this.target?.key;
    if (key) this.kept.write({ reps: { ...this.#kept, [key]: { ...this.#kept[key], [cueId]: value } } });
  }

  get #kept() {
    return this.kept.read()?.reps ?? {};
  }

  #load(url) {
    this.#models.set(url, null);
    const have = (exercises) => {
      if (!this.#models.has(url)) return;
      this.#models.set(url, exercises);
      this.changed();
    };
    this.store.bytes(url).then((bytes) => have(readModel(bytes)), () => this.timers.set(() => this.#models.delete(url), AGAIN_MS));
  }
}
