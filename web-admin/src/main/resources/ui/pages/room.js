import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { elapsed, remaining, wallTime } from '../core/time.js';
import { AssetStore } from '../core/asset-store.js';
import { OwnReps } from '../core/own-reps.js';
import { nextOverlayIn, overlayAt } from '../core/track.js';
import { classTimeOf, isSpoken } from '../core/plan.js';
import { api, signInPath } from '../parts/here.js';
import { joinAhead } from '../parts/ahead.js';
import { attend, keptClass, wasHere } from '../parts/attend.js';
import { keepAwake } from '../parts/awake.js';
import { KeepFocus } from '../parts/keep-focus.js';
import { Music } from '../parts/music.js';
import { Sound, toneOf } from '../parts/sound.js';
import '../parts/answer.js';
import '../parts/burst.js';
import '../parts/connection.js';
import '../parts/door.js';
import '../parts/following.js';
import '../parts/link.js';
import '../parts/lobby.js';
import '../parts/notice.js';
import '../parts/own-hand.js';
import '../parts/profile.js';
import '../parts/rep-target.js';
import '../parts/said.js';
import '../parts/sensors.js';
import '../parts/stage.js';
import '../parts/trouble.js';

/** A browser takes this long (ms) to start sound at most, and a closed door looks again this often. */
const SETTLE_MS = 1500;
const LOOK_AGAIN_MS = 5000;
const BEAT_MS = 500;
/** Without a line, and on the way to have one again. */
const LOST = ['waiting', 'connecting', 'joining'];

/** A member's room: one click in, then everything at arm's length. */
class Room extends LitElement {
  static properties = { account: {}, classId: {}, it: { state: true }, problem: { state: true }, joined: { state: true }, said: { state: true }, tick: { state: true }, note: { state: true }, eager: { state: true } };

  static styles = [sheet, css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
    }
    .door {
      width: 100%;
      max-width: 34rem;
      margin: 0 auto;
      padding: clamp(1.5rem, 8vh, 5rem) 1.2rem;
    }
    .room {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto minmax(11rem, 1fr) auto auto;
    }
    header {
      display: flex;
      gap: 0 1rem;
      align-items: center;
      justify-content: space-between;
      padding: 0.2rem clamp(0.8rem, 3vw, 2rem);
    }
    .clock {
      display: flex;
      align-items: center;
      white-space: nowrap;
    }
    @media (max-width: 22rem) {
      .of {
        display: none;
      }
    }
    .below {
      display: grid;
      gap: 0.7rem;
      grid-template-columns: minmax(0, 1fr);
      padding: 0.6rem clamp(0.8rem, 3vw, 2rem) max(0.8rem, env(safe-area-inset-bottom));
    }
    .overlay {
      max-width: 100%;
      max-height: 34vh;
      object-fit: contain;
      justify-self: center;
    }
    .next {
      font-size: 1.15rem;
      display: flex;
      justify-content: space-between;
      align-items: baseline;
      gap: 1rem;
    }
    .next > span:first-child {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      overflow: hidden;
      line-height: 1.25;
    }
    .news {
      display: grid;
      gap: 0.5rem;
    }
    @media (min-width: 62rem) {
      .room {
        grid-template-columns: minmax(0, 3fr) minmax(20rem, 2fr);
        grid-template-rows: auto 1fr auto;
      }
      header {
        grid-column: 1 / -1;
      }
      db-stage {
        grid-row: 2 / -1;
      }
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
    this.sound = new Sound();
    this.store = new AssetStore({ changed: () => (this.tick = performance.now()) });
    this.music = new Music(this);
  }

  connectedCallback() {
    super.connectedCallback();
    if (!this.account) return location.replace(signInPath());
    this.kept = keptClass(this.classId);
    this.ahead = joinAhead(this.classId);
    const was = this.kept.read();
    if (was?.it && wasHere(this.classId)) this.enter(was.it);
    this.load();
    this.back = () => location.reload();
    addEventListener('popstate', this.back);
    this.look = setInterval(() => this.it && !this.joined && !this.open && !this.closed && this.load(), LOOK_AGAIN_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.look);
    removeEventListener('popstate', this.back);
    this.ahead?.stop();
    this.leave();
  }

  /** Loaded again in mid-class: in at once, without asking the server, which may be out of reach. */
  enter(it) {
    this.it = it;
    this.join();
  }

  async load() {
    try {
      this.it = await api.get(`/classes/${this.classId}`);
      this.problem = null;
      if (this.open && !this.joined && (this.eager || wasHere(this.classId))) this.join();
      this.ahead.want(this.open && !this.joined && this.it.mine?.status === 'BOOKED');
    } catch (problem) {
      this.it ??= problem.code === 'unreachable' ? this.kept.read()?.it : null;
      if (!this.it) this.problem = problem.message;
    }
  }

  get closed() {
    return ['ENDED', 'CANCELLED'].includes(this.it?.phase);
  }

  get open() {
    return ['LOBBY', 'LIVE', 'CLOSING'].includes(this.it?.phase);
  }

  /** The one click: it also unlocks sound. A page that is loaded again goes in by itself and asks for sound where it must. */
  join() {
    this.hear();
    this.keepIt();
    this.reps = new OwnReps({ store: this.store, kept: this.kept, changed: () => (this.tick = performance.now()) });
    const { ahead } = this;
    ahead.want(false);
    const { session, stop } = attend(this.classId, this.kept, () => ahead.take());
    session.on('change', () => {
      if (session.status === 'waiting') this.note = null;
      this.music.follow(session);
      this.reps.follow(session);
      this.tick = performance.now();
    });
    session.on('lay', ({ cue, at }) => this.sound.lay(toneOf(cue), at));
    session.on('cue', (entry) => this.perform(entry));
    session.on('assets', () => this.fetchAhead());
    session.on('rejoined', (back) => this.rejoined(back));
    Object.assign(this, { session, stop, joined: true, joinedAt: performance.now(), sleep: keepAwake() });
    this.beat = setInterval(() => this.onBeat(), BEAT_MS);
    session.start();
  }

  /** Who is here and what the class is, for a page that has to do without the server. */
  keepIt() {
    const { id, name, roles, participant } = this.account;
    const { title, trainer, start, lengthMinutes, phase } = this.it;
    this.kept.write({ account: { id, name, roles, participant }, it: { title, trainer, start, lengthMinutes, phase } });
  }

  /** Everything that moves with class time without a cue of its own; a picture that begins before the next beat is not kept waiting. */
  onBeat() {
    this.tick = performance.now();
    const { session } = this;
    this.music.follow(session);
    this.reps.follow(session);
    this.fetchAhead();
    const soon = session.state?.anchor?.running ? nextOverlayIn(session.assets?.assets, session.position) : Infinity;
    if (soon < BEAT_MS) setTimeout(() => (this.tick = performance.now()), soon + 1);
  }

  /** As far ahead as the class says; everything else only over a full link that nobody wants to spare. */
  fetchAhead() {
    const { assets, rung, pinned, position, status } = this.session;
    if (!assets || !rung || status !== 'live') return;
    this.store.follow(assets.assets, { position, horizonMs: rung.horizonMs, spare: rung.rung === 'FULL' && !pinned });
  }

  hear() {
    this.sound.muted = false;
    this.sound.unlock().then(() => (this.tick = performance.now()), () => {});
  }

  leave() {
    clearInterval(this.beat);
    this.stop?.();
    this.sleep?.();
    this.music.stop();
    globalThis.speechSynthesis?.cancel();
    this.session = this.stop = this.sleep = null;
    this.joined = false;
  }

  /** What came too late to sound is shown for what is left of its time; lines of one instant are shown together. */
  perform({ cue, sound, laid }) {
    if (sound && cue.kind !== 'CONTROL' && !laid) this.sound.lay(toneOf(cue), performance.now());
    if (sound && ['SAY', 'SEGMENT'].includes(cue.verb)) this.sound.speak(cue.text);
    if (sound && ['SAY', 'SEGMENT', 'TONE'].includes(cue.verb)) navigator.vibrate?.(cue.verb === 'SEGMENT' ? [80, 60, 80] : 60);
    if (!isSpoken(cue)) return;
    const late = Math.max(0, this.session.classTime - (cue.at ?? this.session.classTime));
    const first = cue.at !== null && this.said?.at === cue.at ? `${this.said.text} ` : '';
    this.said = { text: first + cue.text, at: cue.at, until: performance.now() + (cue.showMs || 6000) - late };
  }

  rejoined({ at, replayed, recovered }) {
    this.note = recovered
      ? `Rejoined at ${wallTime(at)}, ${replayed} cue${replayed === 1 ? '' : 's'} replayed`
      : `Rejoined at ${wallTime(at)}. You were away too long to replay what you missed; this is where the class is now.`;
    setTimeout(() => (this.note = null), 20000);
  }

  render() {
    return this.joined ? this.room() : this.door();
  }

  trouble(heading, message) {
    const again = () => {
      this.leave();
      this.load();
    };
    return html`<div class="door"><db-trouble .heading=${heading} .message=${message} @again=${again}><a class="button" href="/">All classes</a></db-trouble></div>`;
  }

  door() {
    if (this.problem) return this.trouble('This class cannot be opened', this.problem);
    return html`<div class="door"><db-door .it=${this.it} ?open=${this.open} ?closed=${this.closed} ?eager=${this.eager} @enter=${this.join} @look=${this.load}></db-door></div>`;
  }

  room() {
    const s = this.session;
    if (s.status === 'ended' || s.state?.phase === 'ENDED') return this.over();
    if (s.status === 'left') return this.trouble('You are in another window', 'This device has joined the class in another window.');
    if (s.status === 'failed') return this.trouble('You are not in the class', s.problem?.message ?? 'The connection was refused.');
    const fresh = this.said && performance.now() < this.said.until;
    return html`<div class="room">
      <header><db-connection .status=${s.status} .rtt=${s.probes.rtt} .bound=${s.bound}></db-connection>
        <span class="clock"><span class="soft figure">${elapsed(s.position)}${s.plan ? html`<span class="of"> / ${elapsed(s.plan.lengthMs)}</span>` : nothing}</span>
        <button class="quiet at-end" @click=${this.exit}>Leave</button></span></header>
      <h1 class="unseen">${this.it?.title}</h1>
      <db-stage tabindex="-1" .session=${s}></db-stage>
      <db-said ?fresh=${fresh} .text=${this.said?.text} .then=${this.then(s)}></db-said>
      <div class="below">
        ${s.following ? html`<db-following .next=${s.following} .classTime=${s.classTime} @go=${this.goOn}></db-following>` : nothing}
        ${this.overlay(s)}
        <div class="news" role="status">${this.note ? html`<db-notice kind="good">${this.note}</db-notice>` : nothing}
          ${this.silent ? html`<db-notice kind="warn">Sound is off: you see cues but do not hear them.</db-notice>` : nothing}
          ${LOST.includes(s.status) && !s.queue ? html`<db-notice kind="warn">${s.plan ? 'No connection. The class goes on from its plan; you come back by yourself.' : 'Connecting…'}</db-notice>` : nothing}</div>
        ${s.queue || s.state?.phase === 'LOBBY' ? this.lobby(s) : nothing}
        ${this.coming(s)}
        ${s.plan ? html`<db-profile slim .plan=${s.plan} .position=${Math.round(s.position / 1000) * 1000}></db-profile>` : nothing}
        <db-rep-target .target=${this.reps.target} .confirmed=${this.reps.confirmed}></db-rep-target>
        <db-answer .ask=${s.state?.ask} .elsewhere=${s.answered?.cueId} .check=${s.state?.check} .member=${s.me?.member} .session=${s} @reps=${this.confirmReps}></db-answer>
        ${this.hands(s)}
        ${this.linked ? html`<db-burst .burst=${s.state?.burst} .bio=${s.bio} .me=${s.me?.member} .classTime=${s.classTime}></db-burst>` : nothing}
        <db-link ?hidden=${!this.linked} .session=${s} .rung=${s.rung} .adapt=${s.adapt}></db-link>
        <db-sensors ?hidden=${!this.linked} .session=${s} .tick=${Math.round(s.classTime / 1000)}></db-sensors>
      </div></div>`;
  }

  /** Without a line there is nobody to show anything to, and nothing new of anybody. */
  get linked() {
    return this.session.status === 'live' && navigator.onLine;
  }

  lobby(s) {
    return html`<db-lobby .queue=${s.queue} .bound=${s.bound} ?planned=${Boolean(s.plan)} .ready=${this.store.ready} .of=${this.store.of} ?sounds=${this.sound.audible}></db-lobby>`;
  }

  overlay(s) {
    const overlay = s.state?.startedAt === null ? null : overlayAt(s.assets?.assets, s.plan, s.position);
    return overlay ? html`<img class="overlay" src=${overlay.url} alt=${overlay.name}>` : nothing;
  }

  then(s) {
    return s.state?.phase === 'LOBBY' ? null : s.segment && s.plan.segments[s.segment.index + 1];
  }

  coming(s) {
    const next = s.next;
    if (!s.plan) return nothing;
    if (!next) return html`<p class="next soft"><span>No more words ahead</span></p>`;
    const at = classTimeOf(s.state?.anchor, next.planAt);
    return html`<p class="next"><span><span class="soft">Next:</span> ${next.text}</span><span class="figure soft">${at === null ? '' : remaining(at - s.classTime)}</span></p>`;
  }

  hands(s) {
    const place = s.hands.hands.findIndex((h) => h.member === s.me?.member) + 1;
    return html`<db-own-hand .place=${place} ?live=${s.status === 'live'} ?audible=${this.sound.audible} @hand=${this.hand} @sound=${this.sound.audible ? this.mute : this.hear}></db-own-hand>`;
  }

  /** Told only when sound had its chance: a browser takes a moment to start it. */
  get silent() {
    return !this.sound.audible && performance.now() - this.joinedAt > SETTLE_MS;
  }

  hand({ detail }) {
    this.session.command('hand', detail).catch((problem) => (this.note = problem.message));
  }

  confirmReps({ detail: { cueId, value } }) {
    this.reps.confirm(cueId, value);
    this.tick = performance.now();
  }

  mute() {
    this.sound.muted = true;
    this.music.stop();
    globalThis.speechSynthesis?.cancel();
    this.tick = performance.now();
  }

  exit() {
    this.leave();
    location.assign('/');
  }

  over() {
    const { following, classTime } = this.session;
    return html`<div class="door stack"><h1 tabindex="-1">Well done</h1><p>The class is over. Thank you for being there on the beat.</p>
      ${following ? html`<db-following .next=${following} .classTime=${classTime} @go=${this.goOn}></db-following>` : nothing}
      <p><a class="button ${following ? 'quiet at-start' : 'now'}" href="/">Find your next class</a></p></div>`;
  }

  /** From one class into the next without loading the page: sound, once unlocked, stays so. */
  goOn({ detail: { classId } }) {
    this.leave();
    this.ahead.stop();
    history.pushState(null, '', `/room/${classId}`);
    Object.assign(this, { classId, it: null, said: null, note: null, problem: null, eager: true });
    this.kept = keptClass(classId);
    this.ahead = joinAhead(classId);
    this.load();
  }
}

customElements.define('db-page-room', Room);
