import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { startText } from '../core/time.js';
import { api, isOrganizer, signInPath } from '../parts/here.js';
import { phaseBadge } from '../parts/pop-up-phase.js';
import '../parts/attendees.js';
import '../parts/busy.js';
import '../parts/close-out.js';
import '../parts/devices.js';
import '../parts/embed-snippet.js';
import '../parts/gate-counts.js';
import '../parts/gates-form.js';
import '../parts/messages.js';
import '../parts/notice.js';
import '../parts/pop-up-form.js';
import '../parts/pop-up-life.js';
import '../parts/pop-up-pictures.js';
import '../parts/series-form.js';
import '../parts/trouble.js';

const REFRESH_MS = 5000;

/** An organizer's desk for one pop-up, or the form for a new one: write it, publish it, see who comes. */
class PopUpEdit extends LitElement {
  static properties = { account: {}, popUpId: {}, it: { state: true }, door: { state: true }, classes: { state: true }, problem: { state: true }, said: { state: true } };

  static styles = [sheet, css`
    .desk {
      display: grid;
      gap: clamp(1rem, 3vw, 2rem);
      grid-template-columns: minmax(0, 1fr);
      margin-top: 1.2rem;
    }
    h1 {
      overflow-wrap: anywhere;
    }
    .alone {
      max-width: 46rem;
    }
    @media (min-width: 62rem) {
      .desk:not(.alone) {
        grid-template-columns: minmax(0, 5fr) minmax(0, 7fr);
        align-items: start;
      }
    }
  `];

  connectedCallback() {
    super.connectedCallback();
    if (!isOrganizer(this.account)) return this.account ? undefined : location.replace(signInPath());
    this.load();
    this.timer = setInterval(() => document.visibilityState === 'visible' && this.it && this.count(), REFRESH_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  async load() {
    this.problem = null;
    try {
      const [it, classes] = await Promise.all([this.popUpId ? api.get(`/pop-ups/${this.popUpId}`) : null, api.get('/classes?when=upcoming')]);
      this.classes = classes.items.map(({ id, title, start }) => [id, `${title}, ${startText(start)}`]);
      this.show(it);
      await this.count();
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** A linked class that is over is still what the pop-up says. */
  show(it) {
    if (it?.linkedClass && !this.classes.some(([id]) => id === it.linkedClass)) this.classes = [...this.classes, [it.linkedClass, 'The class it is linked to now']];
    this.it = it;
    this.shown = true;
  }

  /** Counters are worth a look, and no alarm when it fails. */
  async count() {
    if (this.it) this.door = await api.get(`/pop-ups/${this.it.id}/door`).catch(() => this.door);
  }

  render() {
    if (!isOrganizer(this.account)) return html`<div class="stack"><h1>Pop-ups are published by organizers</h1><p class="soft">This account visits pop-ups; it does not publish them.</p><p><a class="button" href="/pop-ups">All pop-ups</a></p></div>`;
    if (this.problem || (this.it && !this.it.owner)) return this.trouble();
    if (!this.shown) return html`<h1 class="unseen">Pop-up</h1><db-busy label="Opening the desk"></db-busy>`;
    return html`<div class="row"><h1 tabindex="-1">${this.it?.title ?? 'New pop-up'}</h1>${this.it ? phaseBadge(this.it, true) : nothing}</div>
      <div role="status">${this.said ? html`<db-notice kind="good">${this.said}</db-notice>` : nothing}</div>
      <div class="desk ${this.it && !this.over() ? '' : 'alone'}">${this.it ? this.beside(this.it) : nothing}
        <section class="panel stack" aria-label="What guests read">${this.over() ? html`<p class="soft">It is over; nothing of it changes any more.</p>`
          : html`<db-pop-up-form .it=${this.it} .classes=${this.classes} .host=${this.account.name} @saved=${this.saved}></db-pop-up-form>`}</section></div>`;
  }

  beside(it) {
    return html`<div class="stack"><section class="panel" aria-label="What to do"><db-pop-up-life .it=${it} @changed=${({ detail }) => this.changed(detail.it, detail.said)} @copied=${({ detail }) => location.assign(`/pop-ups/${detail.id}/edit`)} @refused=${this.refused}></db-pop-up-life>
        <db-series-form .it=${it} @begun=${({ detail }) => location.assign(`/series/${detail.id}`)}></db-series-form></section>
      <section class="panel stack" aria-labelledby="pictures"><h2 id="pictures" tabindex="-1">Pictures</h2><db-pop-up-pictures .it=${it}></db-pop-up-pictures></section>
      ${it.phase === 'CLOSED' ? html`<section class="panel stack" aria-labelledby="came-to"><h2 id="came-to">What it came to</h2><db-close-out .popUpId=${it.id}></db-close-out></section>` : nothing}
      ${it.phase === 'DRAFT' ? nothing : html`
        <section class="panel stack" aria-labelledby="door"><h2 id="door">At the door</h2>${this.door ? html`<db-gate-counts .door=${this.door}></db-gate-counts>` : html`<p class="soft">The counters are not here yet.</p>`}</section>
        ${this.door ? this.setup(it) : nothing}
        <section class="panel stack" aria-labelledby="guests"><h2 id="guests">Guests</h2><db-attendees .it=${it}></db-attendees></section>
        <section class="panel stack" aria-labelledby="messages"><h2 id="messages">Messages</h2><db-messages .it=${it}></db-messages></section>
        <section class="panel stack" aria-labelledby="elsewhere"><h2 id="elsewhere">Elsewhere</h2><db-embed-snippet .it=${it}></db-embed-snippet></section>`}</div>`;
  }

  setup(it) {
    return html`<section class="panel stack" aria-labelledby="devices"><h2 id="devices">Devices</h2><db-devices .it=${it} .door=${this.door} @changed=${this.count}></db-devices></section>
      ${this.over() ? nothing : html`<section class="panel stack" aria-labelledby="gates"><h2 id="gates" tabindex="-1">Gates</h2><db-gates-form .it=${it} .door=${this.door} @saved=${this.gatesSaved}></db-gates-form></section>`}`;
  }

  /** The pop-up and its gates have one version: the form of the one goes on with the version of the other. */
  gatesSaved({ detail }) {
    this.door = detail;
    this.it = { ...this.it, version: detail.version };
  }

  over() {
    return ['CLOSED', 'CANCELLED'].includes(this.it?.phase);
  }

  trouble() {
    const none = this.problem?.status === 404 || !this.problem;
    return html`<db-trouble heading=${none ? 'There is no such pop-up of yours' : 'This pop-up cannot be shown'} message=${none ? 'The address may be mistyped, or it is somebody else’s.' : this.problem.message} @again=${this.load}><a class="button" href="/pop-ups">All pop-ups</a></db-trouble>`;
  }

  saved({ detail }) {
    if (!this.it) return location.assign(`/pop-ups/${detail.id}/edit`);
    return this.changed(detail, 'It is saved.');
  }

  changed(it, said) {
    this.it = it;
    this.said = said;
    this.count();
  }

  /** What the form can show at a field is said there. */
  refused(event) {
    if (this.renderRoot.querySelector('db-pop-up-form')?.showRefusal(event.detail)) event.preventDefault();
  }
}

customElements.define('db-page-pop-up-edit', PopUpEdit);
