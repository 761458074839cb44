import { tracksAt } from '../core/track.js';

/** A piece is laid on the audio clock this long (ms) before it begins. */
const AHEAD_MS = 4000;
/** A piece further than this (s) from where class time has it is started anew; below, nobody hears the difference. */
const APART_S = 0.04;
/** Starting in mid-piece needs a moment (s), and a fade (s) so that it does not click. */
const MOMENT_S = 0.03;
const FADE_S = 0.02;

/** The music of a class: each piece begins when class time reaches its place in the plan, on every device at once. */
export class Music {
  #laid = new Map();
  #decoded = new Map();

  constructor({ sound, store }) {
    Object.assign(this, { sound, store });
  }

  /** Called twice a second and with every change: lays what should be heard and takes back what should not. */
  follow(session) {
    const { state, assets } = session;
    const wanted = this.sound.audible && state?.phase === 'LIVE' && state.anchor.running && session.clock.known
      ? tracksAt(assets?.assets, session.position, AHEAD_MS) : [];
    const tracks = new Map(wanted.map((track) => [track.url, { ...track, zero: this.#zero(session, track.fromMs), end: this.#zero(session, track.untilMs) }]));
    for (const [url, laid] of this.#laid) if (!fits(laid, tracks.get(url))) this.#take(url);
    for (const url of this.#decoded.keys()) if (!tracks.has(url)) this.#decoded.delete(url);
    for (const track of tracks.values()) if (!this.#laid.has(track.url)) this.#lay(track);
  }

  /** Addresses of what is laid. */
  get playing() {
    return [...this.#laid.keys()];
  }

  stop() {
    for (const url of [...this.#laid.keys()]) this.#take(url);
  }

  /** Where a plan position lies on the audio clock. */
  #zero({ state: { anchor }, clock }, planAt) {
    return Number.isFinite(planAt) ? this.sound.audioTime(clock.deviceTime(anchor.at + planAt - anchor.plan)) : Infinity;
  }

  #lay({ url, zero, end }) {
    const buffer = this.#buffer(url);
    if (!buffer) return;
    const { context, bus } = this.sound;
    const when = Math.max(zero, context.currentTime + MOMENT_S);
    if (when - zero >= buffer.duration || when >= end) return;
    const source = new AudioBufferSourceNode(context, { buffer });
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.setValueAtTime(0, when);
    gain.gain.linearRampToValueAtTime(1, when + FADE_S);
    source.connect(gain).connect(bus);
    source.start(when, when - zero);
    if (Number.isFinite(end)) source.stop(end);
    this.#laid.set(url, { zero, end, source, gain });
  }

  #take(url) {
    const { source, gain } = this.#laid.get(url);
    this.#laid.delete(url);
    const { context } = this.sound;
    gain.gain.cancelScheduledValues(context.currentTime);
    gain.gain.setTargetAtTime(0, context.currentTime, FADE_S / 3);
    source.stop(context.currentTime + FADE_S * 2);
  }

  /** The decoded piece, or null while it is fetched and decoded; one that cannot be decoded stays null. */
  #buffer(url) {
    if (!this.#decoded.has(url)) {
      this.#decoded.set(url, null);
      this.store.bytes(url).then((bytes) => this.sound.context.decodeAudioData(bytes))
        .then((buffer) => this.#decoded.has(url) && this.#decoded.set(url, buffer), () => setTimeout(() => this.#decoded.delete(url), 5000));
    }
    return this.#decoded.get(url);
  }
}

/** Whether what is laid lies where it should. An end that has moved needs a new start too: it was laid with the piece. */
function fits(laid, track) {
  return Boolean(track) && Math.abs(laid.zero - track.zero) < APART_S && (laid.end === track.end || Math.abs(laid.end - track.end) < APART_S);
}
