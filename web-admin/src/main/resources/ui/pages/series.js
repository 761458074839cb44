import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { roundText, ruleText, startWords, tally } from '../core/series-rule.js';
import { choice, field, valuesOf } from '../parts/field.js';
import { api, isOrganizer, signInPath } from '../parts/here.js';
import { KeepFocus } from '../parts/keep-focus.js';
import '../parts/busy.js';
import '../parts/confirm.js';
import '../parts/notice.js';
import '../parts/series-dates.js';
import '../parts/trouble.js';

const SOON_MS = 400;
const REFRESH_MS = 15000;
/** The states of its pop-ups are a moment behind. */
const SETTLED_MS = 3000;

/** A series: how far it has come, every date, and what is done with all that are still to come. */
class SeriesPage extends LitElement {
  static properties = { account: {}, popUpId: {}, it: { state: true }, problem: { state: true }, busy: { state: true }, refusal: { state: true }, fault: { state: true } };

  static styles = [sheet, forms, css`
    .desk {
      display: grid;
      gap: clamp(1rem, 3vw, 2rem);
      grid-template-columns: minmax(0, 1fr);
      margin-top: 1.2rem;
    }
    h1 {
      overflow-wrap: anywhere;
    }
    progress {
      width: 100%;
      height: 0.7rem;
      accent-color: var(--now-text);
    }
    summary {
      cursor: pointer;
      font-weight: 600;
      min-height: var(--touch);
      align-content: center;
    }
    details form {
      padding-bottom: 0.6rem;
    }
    @media (min-width: 62rem) {
      .desk {
        grid-template-columns: minmax(0, 5fr) minmax(0, 7fr);
        align-items: start;
      }
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
    this.fault = {};
    this.endedAt = 0;
  }

  get path() {
    return `/series/${this.popUpId}`;
  }

  connectedCallback() {
    super.connectedCallback();
    if (!isOrganizer(this.account)) return this.account ? undefined : location.replace(signInPath());
    this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
    this.gone = true;
  }

  /** Often while something is being done, now and then otherwise. */
  async load() {
    clearTimeout(this.timer);
    try {
      this.show(await api.get(this.path));
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
    if (!this.gone) this.timer = setTimeout(() => (document.visibilityState === 'visible' ? this.load() : this.wait()), this.it?.round.left || Date.now() - this.endedAt < SETTLED_MS ? SOON_MS : REFRESH_MS);
  }

  wait() {
    this.timer = setTimeout(() => (document.visibilityState === 'visible' ? this.load() : this.wait()), SOON_MS);
  }

  show(it) {
    if (this.it?.round.left && !it.round.left) this.endedAt = Date.now();
    this.it = it;
    document.title = `${it.title}, a series · Downbeat`;
  }

  render() {
    if (!isOrganizer(this.account)) return html`<div class="stack"><h1>Series are made by organizers</h1><p><a class="button" href="/pop-ups">All pop-ups</a></p></div>`;
    if (this.problem && !this.it) return this.trouble();
    if (!this.it) return html`<h1 class="unseen">Series</h1><db-busy label="Looking for the series"></db-busy>`;
    const { it } = this;
    return html`<h1 tabindex="-1">${it.title}</h1><p class="soft">A series: ${ruleText(it.rule)}. Times on the clocks of ${it.zone}.</p>
      ${this.problem ? html`<db-notice kind="error">${this.problem.message} <button @click=${this.load}>Try again</button></db-notice>` : nothing}
      <div class="desk"><div class="stack">${this.progress(it)}${this.doing(it)}</div>
        <section class="panel stack" aria-labelledby="dates"><h2 id="dates">${it.dates.length} dates</h2><db-series-dates .it=${it} ?busy=${this.busy || it.round.left > 0} @move=${({ detail }) => this.act(`/dates/${detail.date}/move`, { start: detail.start })}></db-series-dates></section></div>
      <db-confirm heading="Cancel all that are still to come?" action="Cancel them all">Guests of every one of them read the reason. This cannot be taken back.</db-confirm>`;
  }

  trouble() {
    const none = this.problem.status === 404;
    return html`<db-trouble heading=${none ? 'There is no such series of yours' : 'This series cannot be shown'} message=${none ? 'The address may be mistyped, or it is somebody else’s.' : this.problem.message} @again=${this.load}><a class="button" href="/pop-ups">All pop-ups</a></db-trouble>`;
  }

  /** What changes every moment is shown; what is read out is where it begins and where it ends. */
  progress({ round, dates }) {
    const { trouble } = tally(dates);
    return html`<section class="panel stack" aria-label="How far it has come">
      <p aria-hidden=${round.left ? 'true' : nothing}><b>${roundText(round)}</b></p>
      <progress max=${round.total} value=${round.total - round.left} aria-label=${roundText({ ...round, left: round.left && round.total })}></progress>
      <div role="status">${round.left ? nothing : html`<p class=${trouble ? 'error' : 'soft'}>${trouble ? `${trouble === 1 ? 'One date needs' : `${trouble} dates need`} a look: the reason stands ${trouble === 1 ? 'there' : 'at each'}.` : 'All done.'}</p>`}</div></section>`;
  }

  doing(it) {
    const { drafts, coming } = tally(it.dates);
    const on = this.busy || it.round.left > 0;
    const made = it.dates.filter(({ popUp }) => popUp);
    return html`<section class="panel stack" aria-label="What to do">
      ${this.refusal ? html`<db-notice kind="error">${this.refusal}</db-notice>` : nothing}
      <p class="row"><button class=${drafts ? 'now' : ''} aria-disabled=${on || !drafts ? 'true' : nothing} @click=${() => !on && drafts && this.act('/publish')}>${drafts ? `Publish all ${drafts} drafts` : 'Nothing to publish'}</button>
        <a class="button" href="/pop-ups/${it.first}/edit">Edit the first</a></p>
      <details><summary>Change all that are to come</summary><form novalidate @submit=${this.alike}>
        <p class="soft small">Change one of them first. Then the others take over everything it says, but for when they begin. What you changed by hand stays as it is.</p>
        ${choice({ name: 'popUp', label: 'Make them all like', options: made.map(({ popUp, start }) => [popUp, startWords(start)]) })}
        <p><button aria-disabled=${on ? 'true' : nothing}>Change them all</button></p></form></details>
      <details><summary>Cancel all that are to come</summary><form novalidate @submit=${this.cancel}>
        ${field({ name: 'reason', label: 'Reason', maxlength: 280, error: this.fault.reason ?? '', hint: 'Guests read it. To cancel one of them only, open it.' })}
        <p><button class="danger" aria-disabled=${on || !coming ? 'true' : nothing}>Cancel them all</button></p></form></details></section>`;
  }

  alike(event) {
    event.preventDefault();
    return this.act('/alike', { popUp: valuesOf(event.target).popUp });
  }

  async cancel(event) {
    event.preventDefault();
    const { reason } = valuesOf(event.target);
    if (!reason) return (this.fault = { reason: 'Tell the guests why.' });
    return (await this.renderRoot.querySelector('db-confirm').ask()) && this.act('/cancel', { reason });
  }

  async act(what, body) {
    if (this.busy) return;
    this.busy = true;
    this.refusal = null;
    this.fault = {};
    try {
      this.show(await api.post(`${this.path}${what}`, body));
    } catch (problem) {
      this.refusal = problem.message;
    } finally {
      this.busy = false;
    }
    await this.load();
  }
}

customElements.define('db-page-series', SeriesPage);
