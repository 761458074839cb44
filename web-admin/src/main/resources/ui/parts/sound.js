import { KeptDelays } from '../core/calibration.js';

/** Pitches (Hz) and lengths (s) of the tones; two notes where the second says "go" or "stop". */
const TONES = { TICK: [[880, 0.07]], GO: [[660, 0.09], [1320, 0.28]], REST: [[660, 0.12], [440, 0.3]], ALERT: [[990, 0.12], [990, 0.12], [990, 0.2]] };

/** The sound a cue makes when it names none. */
export function toneOf({ verb, tone, data }) {
  if (tone && tone !== 'NONE') return tone;
  if (verb === 'COUNT') return (data?.left ?? 1) === 0 ? 'GO' : 'TICK';
  if (verb === 'SEGMENT') return 'GO';
  if (verb === 'SAY') return 'TICK';
  return null;
}

/** Words that follow others within this time (ms) wait for them: a segment and what is said about it begin at one instant. */
const TOGETHER_MS = 1000;

/** How loud music is under words, how quickly it steps back (time constant, s), and how long words can take at most (ms). */
const SOFT = 0.2;
const STEP_S = 0.06;
const SPOKEN_MS = 2000;
const SPOKEN_MS_A_LETTER = 120;

/** Tones laid on the audio clock, and speech. Silent until a click has unlocked it. */
export class Sound {
  #audio = null;
  #spokeAt = -Infinity;
  #bus = null;
  #talk = null;
  #extraMs = 0;
  muted = false;

  /** @param kept what the field kit kept of this browser's devices: `extraMs` is how much later than the browser knows sound is heard */
  constructor(kept = new KeptDelays(globalThis.localStorage)) {
    this.kept = kept;
  }

  get unlocked() {
    return this.#audio?.state === 'running';
  }

  /** Whether a cue would be heard now. */
  get audible() {
    return this.unlocked && !this.muted;
  }

  get context() {
    return this.#audio;
  }

  /** Where music goes: it steps back while somebody speaks. */
  get bus() {
    if (!this.#bus) {
      this.#bus = new GainNode(this.#audio);
      this.#bus.connect(this.#audio.destination);
    }
    return this.#bus;
  }

  /** Must be called from a click: browsers let nothing sound before. */
  unlock() {
    this.#audio ??= new AudioContext({ latencyHint: 'interactive' });
    this.#extraMs = this.kept.extraMs;
    globalThis.speechSynthesis?.speak(new SpeechSynthesisUtterance(''));
    return this.#audio.resume();
  }

  /** Lays a tone at a time of `performance.now()`; returns how to take it back, or null when nothing will sound. */
  lay(tone, at) {
    if (!this.audible || !TONES[tone]) return null;
    let when = Math.max(this.audioTime(at), this.#audio.currentTime);
    const parts = TONES[tone].map(([pitch, length]) => {
      const part = this.#note(pitch, when, length);
      when += length + 0.03;
      return part;
    });
    return () => parts.forEach((part) => part.stop());
  }

  speak(text) {
    if (this.muted || !text || !this.#audio || !globalThis.speechSynthesis) return;
    const now = performance.now();
    if (now - this.#spokeAt > TOGETHER_MS) speechSynthesis.cancel();
    this.#spokeAt = now;
    const words = new SpeechSynthesisUtterance(text);
    words.lang = document.documentElement.lang;
    words.onend = words.onerror = () => this.#stepBack(words, false);
    this.#stepBack(words, true);
    speechSynthesis.speak(words);
  }

  /** Music is soft under words, and comes back with the end of the last; a voice that never says that it ended has had its time. */
  #stepBack(words, talking) {
    if (!talking && this.#talk !== words) return;
    this.#talk = talking ? words : null;
    this.bus.gain.setTargetAtTime(talking ? SOFT : 1, this.#audio.currentTime, STEP_S);
    if (talking) setTimeout(() => this.#stepBack(words, false), SPOKEN_MS + SPOKEN_MS_A_LETTER * words.text.length);
  }

  /**
   * Where a sound must lie on the audio clock to be heard at a performance time: both clocks are read at one moment by the output
   * timestamp, and what it does not know of the way to the ear was measured by the field kit.
   */
  audioTime(at) {
    const { contextTime, performanceTime } = this.#audio.getOutputTimestamp?.() ?? {};
    const heard = at - this.#extraMs;
    return performanceTime ? contextTime + (heard - performanceTime) / 1000 : this.#audio.currentTime + (heard - performance.now()) / 1000;
  }

  #note(pitch, when, length) {
    const osc = this.#audio.createOscillator();
    const gain = this.#audio.createGain();
    osc.frequency.value = pitch;
    gain.gain.setValueAtTime(0.0001, when);
    gain.gain.exponentialRampToValueAtTime(0.35, when + 0.005);
    gain.gain.exponentialRampToValueAtTime(0.0001, when + length);
    osc.connect(gain).connect(this.#audio.destination);
    osc.start(when);
    osc.stop(when + length + 0.02);
    return osc;
  }
}
