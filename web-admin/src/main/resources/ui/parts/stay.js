import { wallTime } from '../core/time.js';
import { OwnReps } from '../core/own-reps.js';
import { nextOverlayIn } from '../core/track.js';
import { isSpoken } from '../core/plan.js';
import { attend } from './attend.js';
import { keepAwake } from './awake.js';
import { toneOf } from './sound.js';

const BEAT_MS = 500;
/** A browser takes this long (ms) to start sound at most. */
const SETTLE_MS = 1500;
const NOTE_MS = 20000;

/** A member's stay in a class, from the one click to the end: the session, and all that is heard, felt, fetched and noted in it. */
export class Stay {
  #ends = [];

  /** What is being said, `{text, at, until}` (`until` in device time), and a word to the member. */
  said = null;
  note = null;

  /** @param device is the page's `{sound, store, music}`, which outlive a stay; @param join has the token; @param changed is told when there is something new to show. */
  constructor({ classId, kept, device: { sound, store, music }, join, changed }) {
    Object.assign(this, { sound, store, music, changed });
    this.reps = new OwnReps({ store, kept, changed });
    const { session, stop } = attend(classId, kept, join);
    this.session = session;
    session.on('change', () => this.#follow());
    session.on('lay', ({ cue, at }) => sound.lay(toneOf(cue), at));
    session.on('cue', (entry) => this.#perform(entry));
    session.on('assets', () => this.#fetchAhead());
    session.on('rejoined', (back) => this.#rejoined(back));
    const beat = setInterval(() => this.#onBeat(), BEAT_MS);
    const sleep = keepAwake();
    session.on('ended', sleep);
    this.#ends = [stop, sleep, () => clearInterval(beat)];
    this.beganAt = performance.now();
    this.hear();
    session.start();
  }

  end() {
    for (const end of this.#ends) end();
    this.music.stop();
    globalThis.speechSynthesis?.cancel();
  }

  hear() {
    this.sound.muted = false;
    this.sound.unlock().then(this.changed, () => {});
  }

  mute() {
    this.sound.muted = true;
    this.music.stop();
    globalThis.speechSynthesis?.cancel();
    this.changed();
  }

  /** Told only when sound had its chance: a browser takes a moment to start it. */
  get silent() {
    return !this.sound.audible && performance.now() - this.beganAt > SETTLE_MS;
  }

  hand(wish) {
    this.session.command('hand', wish).catch((problem) => {
      this.note = problem.message;
      this.changed();
    });
  }

  confirmReps({ cueId, value }) {
    this.reps.confirm(cueId, value);
    this.changed();
  }

  #follow() {
    const { session } = this;
    if (session.status === 'waiting') this.note = null;
    this.music.follow(session);
    this.reps.follow(session);
    this.changed();
  }

  /** Everything that moves with class time without a cue of its own; a picture that begins before the next beat is not kept waiting. */
  #onBeat() {
    const { session } = this;
    this.changed();
    this.music.follow(session);
    this.reps.follow(session);
    this.#fetchAhead();
    const soon = session.state?.anchor?.running ? nextOverlayIn(session.assets?.assets, session.position) : Infinity;
    if (soon < BEAT_MS) setTimeout(this.changed, soon + 1);
  }

  /** As far ahead as the class says; everything else only over a full link that nobody wants to spare. */
  #fetchAhead() {
    const { assets, rung, pinned, position, status } = this.session;
    if (!assets || !rung || status !== 'live') return;
    this.store.follow(assets.assets, { position, horizonMs: rung.horizonMs, spare: rung.rung === 'FULL' && !pinned });
  }

  /** What came too late to sound is shown for what is left of its time; lines of one instant are shown together. */
  #perform({ cue, sound, laid }) {
    if (sound && cue.kind !== 'CONTROL' && !laid) this.sound.lay(toneOf(cue), performance.now());
    if (sound && ['SAY', 'SEGMENT'].includes(cue.verb)) this.sound.speak(cue.text);
    if (sound && ['SAY', 'SEGMENT', 'TONE'].includes(cue.verb)) navigator.vibrate?.(cue.verb === 'SEGMENT' ? [80, 60, 80] : 60);
    if (!isSpoken(cue)) return;
    const late = Math.max(0, this.session.classTime - (cue.at ?? this.session.classTime));
    const first = cue.at !== null && this.said?.at === cue.at ? `${this.said.text} ` : '';
    this.said = { text: first + cue.text, at: cue.at, until: performance.now() + (cue.showMs || 6000) - late };
    this.changed();
  }

  #rejoined({ at, replayed, recovered }) {
    this.note = recovered
      ? `Rejoined at ${wallTime(at)}, ${replayed} cue${replayed === 1 ? '' : 's'} replayed`
      : `Rejoined at ${wallTime(at)}. You were away too long to replay what you missed; this is where the class is now.`;
    this.changed();
    setTimeout(() => {
      this.note = null;
      this.changed();
    }, NOTE_MS);
  }
}
