import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from '../style/sheet.js';
import { lengthText, startText } from '../core/time.js';
import { KeepFocus } from '../parts/keep-focus.js';
import { api, everything, isTrainer, signInPath } from '../parts/here.js';
import '../parts/busy.js';
import '../parts/class-form.js';
import '../parts/confirm.js';
import '../parts/notice.js';
import '../parts/profile.js';
import '../parts/workout-drop.js';

const SOON_MS = 60 * 60000;
const SPORTS = { BIKE: 'For the bike', RUN: 'For running' };
const PHASES = { DRAFT: 'Draft', SCHEDULED: 'Scheduled', LOBBY: 'Lobby open', LIVE: 'Live now', CLOSING: 'Closing', ENDED: 'Ended', CANCELLED: 'Cancelled' };

/** A trainer's desk: my classes, a new class, my workouts. */
class Console extends LitElement {
  static properties = { account: {}, classes: { state: true }, plans: { state: true }, shown: { state: true }, problem: { state: true }, said: { state: true }, doomed: { state: true } };

  static styles = [sheet, css`
    .desk {
      display: grid;
      gap: clamp(1rem, 3vw, 2rem);
      grid-template-columns: minmax(0, 1fr);
      margin-top: 1.4rem;
    }
    @media (min-width: 62rem) {
      .desk {
        grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
        align-items: start;
      }
    }
    li {
      display: grid;
      gap: 0.6rem;
      padding-block: 0.9rem;
      border-top: 1px solid var(--line);
    }
    li:first-child {
      border-top: 0;
      padding-top: 0;
    }
    li h2 {
      font-size: 1.15rem;
      overflow-wrap: anywhere;
    }
    .plans {
      display: grid;
      gap: 0.5rem;
    }
    .said {
      margin-top: 0.8rem;
    }
    .plan {
      width: 100%;
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      text-align: left;
      justify-content: start;
    }
    .plan[aria-pressed='true'] {
      box-shadow: inset 4px 0 0 var(--now);
      border-color: var(--ink);
    }
    .plan span {
      overflow-wrap: anywhere;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  connectedCallback() {
    super.connectedCallback();
    if (!isTrainer(this.account)) return this.account ? undefined : location.replace(signInPath());
    this.load();
  }

  async load() {
    try {
      const [classes, plans] = await Promise.all([everything('/classes?when=mine'), everything('/cue-plans')]);
      this.classes = classes.filter((c) => c.owner).sort(byUrgency);
      this.plans = plans;
      this.shown ??= this.plans[0]?.id ?? null;
      this.problem = null;
    } catch (problem) {
      this.problem = problem.message;
    }
  }

  render() {
    if (!isTrainer(this.account)) return html`<div class="stack"><h1>The console is for trainers</h1><p class="soft">This account takes part in classes; it does not run them.</p><p><a class="button" href="/">All classes</a></p></div>`;
    return html`<h1 tabindex="-1">Your classes</h1>
      <div class="said" role="status">${this.said ? html`<db-notice kind="good">${this.said}</db-notice>` : nothing}</div>
      ${this.problem ? html`<db-notice kind="error">${this.problem} <button @click=${this.load}>Try again</button></db-notice>` : nothing}
      <div class="desk">
        <div class="stack">
          <section class="panel" aria-label="My classes">${this.classes ? this.list() : this.problem ? html`<p class="soft">Your classes are not here yet.</p>` : html`<db-busy label="Loading your classes"></db-busy>`}</section>
          <section class="panel stack" aria-labelledby="workouts"><h2 id="workouts">Workouts</h2>
            <db-workout-drop @imported=${this.imported}></db-workout-drop>
            ${this.plans ? this.workouts() : nothing}</section>
        </div>
        <section class="panel stack" aria-labelledby="new"><h2 id="new">Schedule a class</h2>
          <db-class-form .plans=${this.plans} .planId=${this.shown} @scheduled=${this.scheduled}></db-class-form></section>
      </div>
      <db-confirm heading="Cancel “${this.doomed?.title ?? ''}”?" action="Cancel the class">Everyone who booked is told, and nobody can join. This cannot be taken back.</db-confirm>`;
  }

  list() {
    if (!this.classes.length) return html`<h2>No class yet</h2><p class="soft">Import a workout, then schedule your first class beside it.</p>`;
    return html`<ul>${repeat(this.classes, (c) => c.id, (c) => html`<li>
      <div><p class="row small soft">${startText(c.start)} · ${lengthText(c.lengthMinutes * 60000)} <span class="badge ${['LOBBY', 'LIVE'].includes(c.phase) ? 'live' : ''}">${PHASES[c.phase]}</span></p>
        <h2 tabindex="-1">${c.title}</h2>
        <p class="small soft">${seats('at home', c.online)}${c.inRoom?.capacity ? ` · ${seats('in the room', c.inRoom)}` : ''}${c.plan ? ` · ${c.plan.title}` : ' · no workout'}</p></div>
      <div class="row">${this.doing(c)}</div></li>`)}</ul>`;
  }

  doing(c) {
    const name = (text) => `${text}: ${c.title}`;
    if (c.phase === 'DRAFT') return html`<button @click=${() => this.act(c, 'schedule', `“${c.title}” is announced.`)} aria-label=${name('Announce')}>Announce</button>${this.cancelling(c)}`;
    if (c.phase === 'SCHEDULED') return html`<button class=${isSoon(c) ? 'now' : ''} @click=${() => this.openLobby(c)} aria-label=${name('Open the lobby')}>Open the lobby</button>${this.cancelling(c)}`;
    if (['LOBBY', 'LIVE', 'CLOSING'].includes(c.phase)) return html`<a class="button now" href="/console/${c.id}" aria-label=${name('Go to the live console')}>Live console</a>`;
    return c.phase === 'ENDED' ? html`<a class="button" href="/report/${c.id}" aria-label=${name('Report')}>Report</a>` : nothing;
  }

  cancelling(c) {
    return html`<button class="quiet" @click=${() => this.cancel(c)} aria-label="Cancel: ${c.title}">Cancel</button>`;
  }

  workouts() {
    if (!this.plans.length) return html`<p class="soft">Nothing imported yet.</p>`;
    const plan = this.plans.find((p) => p.id === this.shown);
    return html`${plan ? drawn(plan.plan) : nothing}
      <div class="plans" role="group" aria-label="Imported workouts">${repeat(this.plans, (p) => p.id, (p) => html`<button class="plan" aria-pressed=${p.id === this.shown} @click=${() => (this.shown = p.id)}>
        <span>${p.plan.title}</span><span class="soft small">${lengthText(p.plan.lengthMs)}</span></button>`)}</div>`;
  }

  async imported({ detail }) {
    this.said = `“${detail.plan.title}” is imported.`;
    await this.load();
    this.plans = [detail, ...(this.plans ?? []).filter((p) => p.id !== detail.id)];
    this.shown = detail.id;
  }

  /** Lists follow the facts a moment later; one class is always answered from what is true now. */
  async refresh(id) {
    await this.load();
    const fresh = await api.get(`/classes/${id}`).catch(() => null);
    if (fresh) this.classes = [fresh, ...(this.classes ?? []).filter((c) => c.id !== id)].sort(byUrgency);
  }

  scheduled({ detail }) {
    this.said = `“${detail.title}” is scheduled.`;
    this.refresh(detail.id);
  }

  async act(c, what, said, body) {
    try {
      await api.post(`/classes/${c.id}/${what}`, body);
      this.said = said;
    } catch (problem) {
      this.problem = problem.message;
      return false;
    }
    await this.refresh(c.id);
    return true;
  }

  async openLobby(c) {
    if (await this.act(c, 'lobby', `The lobby of “${c.title}” is open.`)) location.assign(`/console/${c.id}`);
  }

  async cancel(c) {
    this.doomed = c;
    await this.updateComplete;
    if (await this.renderRoot.querySelector('db-confirm').ask()) await this.act(c, 'cancel', `“${c.title}” is cancelled.`, { reason: 'Cancelled by the trainer' });
  }
}

const ORDER = [['LIVE', 'LOBBY', 'CLOSING'], ['SCHEDULED', 'DRAFT'], ['ENDED', 'CANCELLED']];

/** What runs, then what comes next, then what is over, the newest first. */
function byUrgency(a, b) {
  const [first, second] = [a, b].map((c) => ORDER.findIndex((phases) => phases.includes(c.phase)));
  const sooner = Date.parse(a.start) - Date.parse(b.start);
  return first - second || (first === 2 ? -sooner : sooner);
}

/** Whether it is time to open the lobby. */
function isSoon({ start }) {
  return Date.parse(start) - Date.now() < SOON_MS;
}

/** A workout as it was read: what it is for, its shape, and what of its file is not in it. */
function drawn(plan) {
  const facts = [SPORTS[plan.sport], lengthText(plan.lengthMs)].filter(Boolean).join(' · ');
  return html`<p class="small soft">${facts}</p>
    <db-profile .plan=${plan}></db-profile>
    ${plan.leftOut ? html`<db-notice kind="warn">${plan.leftOut}</db-notice>` : nothing}`;
}

function seats(where, side) {
  return `${(side?.capacity ?? 0) - (side?.left ?? 0)} of ${side?.capacity ?? 0} ${where}`;
}

customElements.define('db-page-console', Console);
