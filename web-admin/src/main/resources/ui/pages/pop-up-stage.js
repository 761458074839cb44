import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { isSpoken } from '../core/plan.js';
import { turnout } from '../core/roster.js';
import { remaining, startText } from '../core/time.js';
import { attend } from '../parts/attend.js';
import { keepAwake } from '../parts/awake.js';
import { api, serverNow, signInPath } from '../parts/here.js';
import { KeepFocus } from '../parts/keep-focus.js';
import { Sound, toneOf } from '../parts/sound.js';
import '../parts/busy.js';
import '../parts/coming.js';
import '../parts/connection.js';
import '../parts/notice.js';
import '../parts/profile.js';
import '../parts/said.js';
import '../parts/stage-drop.js';
import '../parts/stage-side.js';
import '../parts/stage.js';
import '../parts/trouble.js';

/** A class that is not on yet, or a server that does not answer, is looked at again this often, ms. */
const LOOK_AGAIN_MS = 5000;
const BEAT_MS = 500;
const OPEN = ['LOBBY', 'LIVE', 'CLOSING'];
const OVER = ['ENDED', 'CANCELLED'];

/** The screen in the room: what everybody there looks at, from ten metres away. Nobody need touch it once it is open. */
class PopUpStage extends LitElement {
  static properties = { account: {}, popUpId: {}, it: { state: true }, ride: { state: true }, problem: { state: true }, tick: { state: true }, said: { state: true }, full: { state: true } };

  static styles = [sheet, css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
    }
    .wait {
      display: grid;
      gap: clamp(1rem, 3vh, 3rem);
      align-content: center;
      justify-items: center;
      text-align: center;
      padding: clamp(1.5rem, 6vw, 6rem) 1.2rem;
    }
    .wait h1 {
      font-size: clamp(2.2rem, 7vw, 8rem);
      overflow-wrap: anywhere;
    }
    .wait p {
      font-size: clamp(1.2rem, 2.6vw, 3rem);
    }
    .after {
      font-size: clamp(1.2rem, 2.6vw, 3rem);
    }
    .wait .until {
      display: block;
      font-size: clamp(4rem, 15vw, 18rem);
    }
    .grid {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto minmax(14rem, 1fr) auto auto auto;
      min-height: 100dvh;
    }
    header,
    .wait .row {
      justify-content: center;
    }
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.2rem 1rem;
      padding: 0.4rem clamp(0.8rem, 2vw, 2rem);
    }
    header h1 {
      font-size: clamp(1.1rem, 1.8vw, 2.2rem);
      overflow-wrap: anywhere;
    }
    db-said {
      font-size: clamp(1.7rem, 4vw, 6rem);
    }
    db-stage-side {
      padding: 0.8rem clamp(0.8rem, 2vw, 2rem);
    }
    .below {
      display: grid;
      gap: 0.6rem;
      grid-template-columns: minmax(0, 1fr);
      padding: 0.4rem clamp(0.8rem, 2vw, 2rem) max(0.8rem, env(safe-area-inset-bottom));
    }
    @media (min-width: 62rem) {
      .grid {
        height: 100dvh;
        grid-template-columns: minmax(0, 7fr) minmax(17rem, 3fr);
        grid-template-rows: auto minmax(0, 1fr) auto auto;
      }
      header {
        grid-column: 1 / -1;
      }
      db-stage-side {
        grid-column: 2;
        grid-row: 2 / -1;
        overflow: hidden;
      }
      db-coming {
        zoom: 1.4;
      }
      /* Nobody shares what a sensor says: the timer has the room. */
      .alone {
        grid-template-columns: minmax(0, 1fr) auto;
      }
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
    this.sound = new Sound();
    this.sound.muted = true;
    this.fullChanged = () => (this.full = Boolean(document.fullscreenElement));
  }

  connectedCallback() {
    super.connectedCallback();
    if (!this.account) return location.replace(signInPath());
    this.awake = keepAwake();
    document.addEventListener('fullscreenchange', this.fullChanged);
    this.beat = setInterval(() => (this.tick = performance.now()), BEAT_MS);
    this.look = setInterval(() => !this.session && this.load(), LOOK_AGAIN_MS);
    this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.look);
    clearInterval(this.beat);
    document.removeEventListener('fullscreenchange', this.fullChanged);
    this.awake?.();
    this.end();
  }

  async load() {
    try {
      this.it = await api.get(`/pop-ups/${this.popUpId}`);
      this.ride = this.it.linkedClass ? await api.get(`/classes/${this.it.linkedClass}`) : null;
      this.problem = null;
      document.title = `${this.it.title} · Downbeat`;
      if (this.mine && OPEN.includes(this.ride?.phase)) this.enter();
    } catch (problem) {
      if (!this.ride) this.problem = problem;
    }
  }

  /** Who runs the room, or leads the class. */
  get mine() {
    return Boolean(this.it?.owner || this.ride?.owner);
  }

  get session() {
    return this.stay?.session ?? null;
  }

  enter() {
    if (this.stay) return;
    const stay = attend(this.ride.id, null, () => api.post(`/pop-ups/${this.popUpId}/stage`));
    this.stay = stay;
    const { session } = stay;
    session.on('change', () => (this.tick = performance.now()));
    session.on('lay', ({ cue, at }) => this.sound.lay(toneOf(cue), at));
    session.on('cue', (entry) => this.perform(entry));
    session.start();
  }

  end() {
    this.stay?.stop();
    this.stay = null;
    globalThis.speechSynthesis?.cancel();
  }

  /** What came too late to sound is shown for what is left of its time; lines of one instant are shown together. */
  perform({ cue, sound, laid }) {
    if (sound && cue.kind !== 'CONTROL' && !laid) this.sound.lay(toneOf(cue), performance.now());
    if (sound && ['SAY', 'SEGMENT'].includes(cue.verb)) this.sound.speak(cue.text);
    if (!isSpoken(cue)) return;
    const { classTime } = this.session;
    const late = Math.max(0, classTime - (cue.at ?? classTime));
    const first = cue.at !== null && this.said?.at === cue.at ? `${this.said.text} ` : '';
    this.said = { text: first + cue.text, at: cue.at, until: performance.now() + (cue.showMs || 6000) - late };
  }

  render() {
    const s = this.session;
    if (this.problem) return this.trouble(this.problem.status === 404 ? 'There is no such pop-up' : 'The stage cannot be opened', this.problem.message);
    if (!this.it) return html`<div class="wait"><h1 class="unseen">Stage</h1><db-busy label="Looking for the class"></db-busy></div>`;
    if (!this.ride) return this.trouble('This pop-up has no class', 'Link it to a class on its page; then this screen shows that class.');
    if (!this.mine) return this.trouble('This screen is not yours to open', 'The organizer of the pop-up opens it, or the trainer of the class.');
    if (s?.status === 'left') return this.trouble('The stage is open in another window', 'This one has stopped.');
    if (s?.status === 'failed') return this.trouble('The stage cannot be opened', s.problem?.message ?? 'The connection was refused.');
    if (s?.status === 'ended' || s?.state?.phase === 'ENDED' || OVER.includes(this.ride.phase)) return this.over();
    if (!s?.state || s.state.phase === 'LOBBY') return this.before(s);
    return this.live(s);
  }

  trouble(heading, message) {
    const again = () => {
      this.end();
      this.problem = null;
      this.load();
    };
    return html`<div class="wait"><db-trouble .heading=${heading} .message=${message} @again=${again}><a class="button" href="/pop-ups/${this.popUpId}">The pop-up</a></db-trouble></div>`;
  }

  /** Before the lobby, and in it: what is on, and in how long. */
  before(s) {
    const { room, online } = turnout(s?.roster ?? new Map(), s?.unnamed);
    const left = Date.parse(this.ride.start) - serverNow();
    return html`<div class="wait"><p class="soft">${this.it.place.name}</p><h1 tabindex="-1">${this.ride.title}</h1><p>${this.ride.trainer.name}, ${startText(this.ride.start)}</p>
      ${left > 0 ? html`<p>Starts in <span class="figure until" role="timer" aria-label="Until the class starts">${remaining(left)}</span></p>` : html`<p>${s ? 'Starts in a moment' : 'The trainer opens the class soon'}</p>`}
      ${s ? html`<p>${room} in the room, ${online} online</p>` : nothing}
      ${this.lost(s)}<div class="row">${this.switches(s)}</div></div>`;
  }

  live(s) {
    const { room, online } = turnout(s.roster, s.unnamed);
    const fresh = this.said && performance.now() < this.said.until;
    const then = s.segment && s.plan?.segments[s.segment.index + 1];
    return html`<div class="grid ${s.bio?.count ? '' : 'alone'}">
      <header><h1 tabindex="-1">${this.ride.title}</h1><div class="row">${this.switches(s)}</div></header>
      <db-stage .session=${s}></db-stage>
      <db-said ?fresh=${fresh} .text=${this.said?.text} .then=${then}></db-said>
      <db-stage-side .room=${room} .online=${online} .bio=${s.bio}><db-stage-drop .classId=${this.ride.id} .drops=${s.drops}></db-stage-drop></db-stage-side>
      <div class="below">${this.lost(s)}
        ${s.plan ? html`<db-coming .next=${s.next} .anchor=${s.state.anchor} .classTime=${s.classTime}></db-coming><db-profile slim .plan=${s.plan} .position=${Math.round(s.position / 1000) * 1000}></db-profile>` : nothing}</div></div>`;
  }

  lost(s) {
    const away = s && ['waiting', 'connecting', 'joining'].includes(s.status);
    return html`<div role="status">${away ? html`<db-notice kind="warn">${s.plan ? 'No connection. The class goes on from its plan; the screen comes back by itself.' : 'Connecting…'}</db-notice>` : nothing}</div>`;
  }

  switches(s) {
    const { audible } = this.sound;
    return html`${s ? html`<db-connection .status=${s.status} .rtt=${s.probes.rtt} .bound=${s.bound}></db-connection>` : nothing}
      <button @click=${this.switchSound}>${audible ? 'Sound off' : 'Sound on'}</button>
      ${document.fullscreenEnabled ? html`<button @click=${this.switchFull}>${this.full ? 'Leave full screen' : 'Full screen'}</button>` : nothing}`;
  }

  async switchSound() {
    this.sound.muted = this.sound.audible;
    if (this.sound.muted) globalThis.speechSynthesis?.cancel();
    else await this.sound.unlock().catch(() => null);
    this.requestUpdate();
  }

  switchFull() {
    const asked = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    asked.catch(() => null);
  }

  over() {
    return html`<div class="wait"><p class="soft">${this.it.place.name}</p><h1 tabindex="-1">${this.ride.phase === 'CANCELLED' ? 'The class is cancelled' : 'Well done'}</h1><p>${this.ride.title}</p>
      <db-stage-drop class="after" .classId=${this.ride.id}></db-stage-drop>
      ${this.session?.following ? html`<p>Next: ${this.session.following.title}</p>` : nothing}<div class="row">${this.switches(null)}</div></div>`;
  }
}

customElements.define('db-page-pop-up-stage', PopUpStage);
