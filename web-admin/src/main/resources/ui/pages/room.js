import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { AssetStore } from '../core/asset-store.js';
import { overlayAt } from '../core/track.js';
import { api, signInPath } from '../parts/here.js';
import { joinAhead } from '../parts/ahead.js';
import { keptClass, wasHere } from '../parts/attend.js';
import { KeepFocus } from '../parts/keep-focus.js';
import { Music } from '../parts/music.js';
import { Sound } from '../parts/sound.js';
import { Stay } from '../parts/stay.js';
import '../parts/answer.js';
import '../parts/burst.js';
import '../parts/coming.js';
import '../parts/door.js';
import '../parts/drop-cards.js';
import '../parts/following.js';
import '../parts/link.js';
import '../parts/lobby.js';
import '../parts/notice.js';
import '../parts/own-hand.js';
import '../parts/profile.js';
import '../parts/rep-target.js';
import '../parts/room-head.js';
import '../parts/said.js';
import '../parts/sensors.js';
import '../parts/stage.js';
import '../parts/trouble.js';

/** A closed door looks again this often, ms. */
const LOOK_AGAIN_MS = 5000;
/** Without a line, and on the way to have one again. */
const LOST = ['waiting', 'connecting', 'joining'];

/** A member's room: one click in, then everything at arm's length. */
class Room extends LitElement {
  static properties = { account: {}, classId: {}, it: { state: true }, problem: { state: true }, stay: { state: true }, tick: { state: true }, eager: { state: true } };

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
    .news {
      display: grid;
      gap: 0.5rem;
    }
    @media (min-width: 62rem) {
      .room {
        grid-template-columns: minmax(0, 3fr) minmax(20rem, 2fr);
        grid-template-rows: auto 1fr auto;
      }
      db-room-head {
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
    this.changed = () => (this.tick = performance.now());
    this.sound = new Sound();
    this.store = new AssetStore({ changed: this.changed });
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
    const { classId, kept, ahead, changed } = this;
    this.keepIt();
    ahead.want(false);
    this.stay = new Stay({ classId, kept, device: this, join: (anew) => ahead.take(anew), changed });
  }

  leave() {
    this.stay?.end();
    this.stay = null;
  }

  get joined() {
    return Boolean(this.stay);
  }

  get session() {
    return this.stay?.session ?? null;
  }

  /** Who is here and what the class is, for a page that has to do without the server. */
  keepIt() {
    const { id, name, roles, participant } = this.account;
    const { title, trainer, start, lengthMinutes, phase } = this.it;
    this.kept.write({ account: { id, name, roles, participant }, it: { title, trainer, start, lengthMinutes, phase } });
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
    return html`<div class="door"><db-door .it=${this.it} ?open=${this.open} ?closed=${this.closed} ?eager=${this.eager} @enter=${this.join} @look=${this.load}></db-door>${this.it?.phase === 'ENDED' ? html`<db-drop-cards over .classId=${this.classId} .account=${this.account}></db-drop-cards>` : nothing}</div>`;
  }

  room() {
    const s = this.session;
    if (s.status === 'ended' || s.state?.phase === 'ENDED') return this.over();
    if (s.status === 'left') return this.trouble('You are in another window', 'This device has joined the class in another window.');
    if (s.status === 'failed') return this.trouble('You are not in the class', s.problem?.message ?? 'The connection was refused.');
    const { stay } = this;
    const fresh = stay.said && performance.now() < stay.said.until;
    return html`<div class="room">
      <db-room-head .session=${s} .tick=${this.tick} @leave=${this.exit}></db-room-head>
      <h1 class="unseen">${this.it?.title}</h1>
      <db-stage tabindex="-1" .session=${s}></db-stage>
      <db-said ?fresh=${fresh} .text=${stay.said?.text} .then=${this.then(s)}></db-said>
      <div class="below">
        ${s.following ? html`<db-following .next=${s.following} .classTime=${s.classTime} @go=${this.goOn}></db-following>` : nothing}
        <db-drop-cards .classId=${this.classId} .account=${this.account} .drops=${s.drops}></db-drop-cards>
        ${this.overlay(s)}
        <div class="news" role="status">${stay.note ? html`<db-notice kind="good">${stay.note}</db-notice>` : nothing}
          ${stay.silent ? html`<db-notice kind="warn">Sound is off: you see cues but do not hear them.</db-notice>` : nothing}
          ${LOST.includes(s.status) && !s.queue ? html`<db-notice kind="warn">${s.plan ? 'No connection. The class goes on from its plan; you come back by yourself.' : 'Connecting…'}</db-notice>` : nothing}</div>
        ${s.queue || s.state?.phase === 'LOBBY' ? this.lobby(s) : nothing}
        ${s.plan ? html`<db-coming .next=${s.next} .anchor=${s.state?.anchor} .classTime=${s.classTime}></db-coming>` : nothing}
        ${s.plan ? html`<db-profile slim .plan=${s.plan} .position=${Math.round(s.position / 1000) * 1000}></db-profile>` : nothing}
        <db-rep-target .target=${stay.reps.target} .confirmed=${stay.reps.confirmed}></db-rep-target>
        <db-answer .ask=${s.state?.ask} .elsewhere=${s.answered?.cueId} .check=${s.state?.check} .member=${s.me?.member} .session=${s} @reps=${(e) => stay.confirmReps(e.detail)}></db-answer>
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

  /** A tap does what the button says, which is not always what has become possible since. */
  hands(s) {
    const { audible } = this.sound;
    const place = s.hands.hands.findIndex((h) => h.member === s.me?.member) + 1;
    return html`<db-own-hand .place=${place} ?live=${s.status === 'live'} ?audible=${audible} @hand=${(e) => this.stay.hand(e.detail)} @sound=${audible ? () => this.stay.mute() : () => this.stay.hear()}></db-own-hand>`;
  }

  exit() {
    this.leave();
    location.assign('/');
  }

  over() {
    const { following, classTime } = this.session;
    return html`<div class="door stack"><h1 tabindex="-1">Well done</h1><p>The class is over. Thank you for being there on the beat.</p>
      <db-drop-cards over .classId=${this.classId} .account=${this.account} .drops=${this.session.drops}></db-drop-cards>
      ${following ? html`<db-following .next=${following} .classTime=${classTime} @go=${this.goOn}></db-following>` : nothing}
      <p><a class="button ${following ? 'quiet at-start' : 'now'}" href="/">Find your next class</a></p></div>`;
  }

  /** From one class into the next without loading the page: sound, once unlocked, stays so. */
  goOn({ detail: { classId } }) {
    this.leave();
    this.ahead.stop();
    history.pushState(null, '', `/room/${classId}`);
    Object.assign(this, { classId, it: null, problem: null, eager: true });
    this.kept = keptClass(classId);
    this.ahead = joinAhead(classId);
    this.load();
  }
}

customElements.define('db-page-room', Room);
