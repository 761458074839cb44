import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { wallTime } from '../core/time.js';
import { api, signInPath } from '../parts/here.js';
import { happened, momentOf } from '../core/moments.js';
import { attend, commandId } from '../parts/attend.js';
import { keepAwake } from '../parts/awake.js';
import { Buzz } from '../parts/buzz.js';
import { KeepFocus } from '../parts/keep-focus.js';
import { watchKeys } from '../parts/keys.js';
import '../parts/arms-length.js';
import '../parts/ask-panel.js';
import '../parts/asset-panel.js';
import '../parts/burst-panel.js';
import '../parts/busy.js';
import '../parts/check-panel.js';
import '../parts/class-end.js';
import '../parts/connection.js';
import '../parts/cue-pad.js';
import '../parts/drop-watched.js';
import '../parts/hand-list.js';
import '../parts/latency.js';
import '../parts/notice.js';
import '../parts/now-line.js';
import '../parts/profile.js';
import '../parts/room-link.js';
import '../parts/roster.js';
import '../parts/transport.js';
import '../parts/trouble.js';

const PHASES = { LOBBY: 'Lobby open', LIVE: 'Live', PAUSED: 'Paused', CLOSING: 'Closing', ENDED: 'Ended' };
const PARTED = { failed: 'The connection was refused.', left: 'This device runs the class in another window.' };

/** Commands of the biofeedback panel that a device names itself, so that repeating one does nothing more. */
const OWN_NAME = new Set(['burst', 'adapt']);

/** The trainer's live console. */
class Live extends LitElement {
  static properties = { account: {}, classId: {}, it: { state: true }, problem: { state: true }, said: { state: true }, tick: { state: true }, keysOn: { state: true }, arm: { state: true } };

  static styles = [sheet, css`
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 0.4rem 1.2rem;
      align-items: center;
      margin-bottom: 1rem;
    }
    .head h1 {
      flex: 1 1 14rem;
      overflow-wrap: anywhere;
    }
    .board {
      display: grid;
      gap: 1rem;
      grid-template-columns: minmax(0, 1fr);
    }
    .news {
      display: grid;
      gap: 0.5rem;
    }
    @media (min-width: 64rem) {
      .board {
        grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
        grid-template-rows: auto auto 1fr;
        align-items: start;
      }
      .wide {
        grid-column: 1 / -1;
      }
      .side {
        grid-column: 2;
        grid-row: 2 / span 2;
      }
    }
    .column {
      display: grid;
      gap: 1rem;
      grid-template-columns: minmax(0, 1fr);
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
    this.buzz = new Buzz();
    this.keysOn = localStorage.getItem('downbeat.keys') !== 'off';
    this.arm = localStorage.getItem('downbeat.arm') === 'on';
  }

  connectedCallback() {
    super.connectedCallback();
    if (!this.account) return location.replace(signInPath());
    this.load();
    this.unwatch = watchKeys(this, () => this.keysOn);
    this.beat = setInterval(() => (this.tick = performance.now()), 250);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.beat);
    this.unwatch?.();
    this.sleep?.();
    this.stop?.();
  }

  async load() {
    try {
      this.it = await api.get(`/classes/${this.classId}`);
      if (['LOBBY', 'LIVE', 'CLOSING'].includes(this.it.phase)) this.open();
      this.problem = null;
    } catch (problem) {
      this.problem = problem.message;
    }
  }

  open() {
    if (this.session) return;
    const { session, stop } = attend(this.classId);
    session.on('rejoined', ({ at, replayed }) => (this.said = `Back at ${wallTime(at)}, ${replayed} cue${replayed === 1 ? '' : 's'} replayed.`));
    session.on('change', () => this.feel());
    session.on('ended', () => this.sleep());
    Object.assign(this, { session, stop, sleep: keepAwake() });
    session.start();
  }

  /** What has happened since the last look goes to the hand that holds the phone. */
  feel() {
    if (!this.felt && this.session.status !== 'live') return;
    const now = momentOf(this.session);
    const [news] = happened(this.felt, now);
    this.felt = now;
    if (news) this.buzz.tell(news);
  }

  async openLobby() {
    try {
      await api.post(`/classes/${this.classId}/lobby`);
    } catch (problem) {
      this.problem = problem.message;
    }
    this.load();
  }

  render() {
    if (this.problem && !this.session) return html`<db-trouble heading="This class cannot be opened" .message=${this.problem} @again=${this.load}><a class="button" href="/console">My classes</a></db-trouble>`;
    if (!this.it) return html`<db-busy label="Opening the class"></db-busy>`;
    if (!this.session) return this.closed();
    const s = this.session;
    const over = s.status === 'ended' || s.state?.phase === 'ENDED';
    const live = s.status === 'live';
    if (this.arm && !over && !PARTED[s.status]) return this.armsLength(s);
    return html`<div class="head"><h1>${this.it.title}</h1>
        <span class="badge ${s.state?.phase === 'LIVE' ? 'live' : ''}">${PHASES[s.state?.phase] ?? 'Connecting'}</span>
        <db-connection .status=${s.status} .rtt=${s.probes.rtt} .bound=${s.bound}></db-connection>
        ${over ? nothing : html`<button class="far" data-key="A" aria-keyshortcuts="A" @click=${() => this.standBack(true)}>Arm's length <kbd aria-hidden="true">A</kbd></button>`}</div>
      <div class="news" role="status">${this.said ? html`<db-notice>${this.said}</db-notice>` : nothing}
        ${s.status === 'waiting' ? html`<db-notice kind="warn">No connection. The class goes on from its plan; this page comes back by itself.</db-notice>` : nothing}</div>
      ${this.problem ? html`<db-notice kind="error">${this.problem}</db-notice>` : nothing}
      ${PARTED[s.status] ? html`<db-notice kind="error">${s.problem?.message ?? PARTED[s.status]} <button @click=${() => location.reload()}>Connect again</button></db-notice>` : nothing}
      ${over ? html`<section class="panel stack"><h2 tabindex="-1">The class is over</h2><p><a class="button now" href="/report/${this.classId}">See the report</a></p>
        ${s.drops?.length ? html`<db-drop-watched .drops=${s.drops}></db-drop-watched>` : nothing}
        ${s.following ? html`<p>“${s.following.title}” follows. <a class="button" href="/console/${s.following.classId}">Go to its console</a></p>` : nothing}</section>` : this.board(s, live)}`;
  }

  armsLength(s) {
    return html`<h1 class="unseen">${this.it.title}</h1><db-arms-length .session=${s} ?begun=${begun(s)} .tick=${this.tick} @done=${() => this.standBack(false)}
        @control=${(e) => this.control(e.detail.verb, e.detail.body, e.detail.verb === 'endCheck' ? null : 'k')} @say=${this.say}></db-arms-length>
      <div class="news" role="status">${s.status === 'waiting' ? html`<db-notice kind="warn">No connection. The class goes on from its plan.</db-notice>` : nothing}</div>
      ${this.problem ? html`<db-notice kind="error">${this.problem}</db-notice>` : nothing}`;
  }

  /** From the desk to the phone on its stand, and back; remembered for the next class. */
  async standBack(arm) {
    this.arm = arm;
    localStorage.setItem('downbeat.arm', arm ? 'on' : 'off');
    await this.updateComplete;
    const place = this.renderRoot.querySelector('db-arms-length, .far');
    await place?.updateComplete;
    place?.focus();
  }

  /** At arm's length the page has the whole screen. */
  updated() {
    const frame = this.closest('db-frame');
    if (frame) frame.bare = Boolean(this.arm && this.renderRoot.querySelector('db-arms-length'));
  }

  board(s, live) {
    return html`<div class="board">
      <section class="panel stack wide" aria-label="The plan">
        <db-now-line .session=${s} ?begun=${begun(s)} .tick=${this.tick}></db-now-line>
        ${s.plan ? html`<db-profile wide .plan=${s.plan} .position=${begun(s) ? s.position : NaN}></db-profile>` : html`<p class="soft">This class has no plan; cues are yours alone.</p>`}
        <db-transport .phase=${s.state?.phase} ?check=${Boolean(s.state?.check)} ?live=${live} @control=${(e) => this.control(e.detail.verb, e.detail.body, e.detail.verb === 'endCheck' ? null : 'k')}></db-transport>
      </section>
      <section class="panel"><db-cue-pad ?live=${live && begun(s)} @say=${this.say}></db-cue-pad></section>
      <div class="column side">
        <section class="panel"><db-ask-panel .asks=${s.asks} .open=${s.state?.ask} ?live=${live} @ask=${(e) => this.control('ask', e.detail, 'a')} @end-ask=${(e) => this.control('endAsk', e.detail, null)}></db-ask-panel></section>
        ${s.check || s.state?.check ? html`<section class="panel"><db-check-panel .check=${s.check} .on=${s.state?.check} .ask=${s.state?.ask} .classTime=${s.classTime}></db-check-panel></section>` : nothing}
        <section class="panel"><db-burst-panel .state=${s.state} .bio=${s.bio} .classTime=${s.classTime} ?live=${live} @control=${(e) => this.control(e.detail.verb, e.detail.body, OWN_NAME.has(e.detail.verb) ? 'k' : null)}></db-burst-panel></section>
        ${s.drops?.length ? html`<section class="panel"><db-drop-watched .drops=${s.drops}></db-drop-watched></section>` : nothing}
        <section class="panel"><db-hand-list .hands=${s.hands.hands} .classTime=${s.classTime} @lower=${(e) => this.control('lower', e.detail)}></db-hand-list></section>
      </div>
      <div class="column">
        <section class="panel stack"><db-roster .members=${[...s.roster.values()]} .unnamed=${s.unnamed} .gauge=${s.gauge} .trainer=${s.me?.member}></db-roster><db-room-link stage .classId=${this.classId}></db-room-link></section>
        <section class="panel"><db-asset-panel .classId=${this.classId} .rev=${s.assets?.rev}></db-asset-panel></section>
        <section class="panel"><db-latency .gauge=${s.gauge}></db-latency></section>
      </div>
    </div>
    <db-class-end ?keys=${this.keysOn} ?vibrates=${this.buzz.possible} ?vibration=${this.buzz.on} ?closable=${this.closable}
      @keys=${(e) => this.switchKeys(e.detail.on)} @vibration=${(e) => this.buzz.choose(e.detail.on)} @close=${this.close}></db-class-end>`;
  }

  closed() {
    const phase = this.it.phase;
    return html`<div class="stack"><h1 tabindex="-1">${this.it.title}</h1>
      ${phase === 'SCHEDULED' ? html`<p>The lobby is closed. Open it when you are ready to see people come in.</p><p><button class="now" @click=${this.openLobby}>Open the lobby</button></p>`
        : phase === 'ENDED' ? html`<p><a class="button now" href="/report/${this.classId}">See the report</a></p>` : html`<p>This class cannot run: it is ${phase.toLowerCase()}.</p>`}
      ${['DRAFT', 'SCHEDULED'].includes(phase) ? html`<section class="panel"><db-asset-panel .classId=${this.classId}></db-asset-panel></section>` : nothing}
      <p><a class="button quiet at-start" href="/console">My classes</a></p></div>`;
  }

  async control(verb, body, prefix = 'k') {
    this.problem = null;
    try {
      return await this.session.command(verb, prefix && verb !== 'lower' ? { ...body, cueId: commandId(prefix) } : body);
    } catch (problem) {
      this.problem = problem.message;
      return null;
    }
  }

  say({ detail: { cueId, text, resolve, reject } }) {
    this.session.command('cue', { cueId, verb: 'SAY', text, tone: 'TICK', showMs: 6000 })
      .then((reply) => this.buzz.tell('safe') ?? resolve(reply), reject);
  }

  get closable() {
    return this.session.status === 'live' && this.session.state?.phase !== 'CLOSING';
  }

  close() {
    this.control('close', {});
  }

  switchKeys(on) {
    this.keysOn = on;
    localStorage.setItem('downbeat.keys', this.keysOn ? 'on' : 'off');
  }
}

function begun({ state }) {
  return ['LIVE', 'PAUSED'].includes(state?.phase);
}

customElements.define('db-page-live', Live);
