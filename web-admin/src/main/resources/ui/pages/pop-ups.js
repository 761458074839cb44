import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from '../style/sheet.js';
import { dateText } from '../core/series-rule.js';
import { api, isOrganizer } from '../parts/here.js';
import { KeepFocus } from '../parts/keep-focus.js';
import '../parts/busy.js';
import '../parts/notice.js';
import '../parts/pop-up-card.js';
import '../parts/pop-up-import.js';

const REFRESH_MS = 30000;

/** Pop-ups in the neighbourhood; an organizer also sees their own, whatever state they are in. */
class PopUps extends LitElement {
  static properties = { account: {}, items: { state: true }, next: { state: true }, own: { state: true }, ownNext: { state: true }, series: { state: true }, problem: { state: true } };

  static styles = [sheet, css`
    .head {
      max-width: 40rem;
      margin-bottom: 1.6rem;
    }
    section {
      margin-bottom: 2.4rem;
    }
    h2 {
      margin-bottom: 0.7rem;
    }
    .line {
      display: inline-flex;
      align-items: center;
      min-height: var(--touch);
      margin-inline-end: 0.5rem;
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    .again {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
    }
    .list {
      border-bottom: 1px solid var(--line);
      margin-bottom: 1rem;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
    this.timer = setInterval(() => document.visibilityState === 'visible' && !this.more && this.load(), REFRESH_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  async load() {
    try {
      const [coming, own, series] = await Promise.all([api.get('/pop-ups'), ...(isOrganizer(this.account) ? [api.get('/me/pop-ups'), api.get('/me/series')] : [])]);
      [this.items, this.next, this.own, this.ownNext, this.series] = [coming.items, coming.next, own?.items ?? null, own?.next, series?.items ?? []];
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
  }

  /** One more page of a list, which then stands still. */
  async add(path, items, next) {
    this.more = true;
    try {
      const page = await api.get(`${path}?cursor=${encodeURIComponent(this[next])}`);
      [this[items], this[next]] = [[...this[items], ...page.items], page.next];
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<div class="head stack"><h1 tabindex="-1">Pop-ups</h1>
        <p class="soft">A square, a hall, a rooftop: for one day it is the room of a class.</p>
        ${isOrganizer(this.account) ? html`<p><a class="button now" href="/pop-ups/new">New pop-up</a></p><db-pop-up-import @imported=${this.load}></db-pop-up-import>` : nothing}
        ${this.account ? html`<p><a class="button" href="/messages">Your messages</a></p>` : nothing}</div>
      ${this.problem ? html`<db-notice kind="error">${this.problem.message} <button @click=${this.load}>Try again</button></db-notice>` : nothing}
      ${this.items ? html`${this.own ? this.mine() : nothing}${this.coming()}` : this.problem ? nothing : html`<db-busy label="Looking for pop-ups"></db-busy>`}`;
  }

  mine() {
    return html`<section aria-labelledby="own"><h2 id="own" tabindex="-1">Your pop-ups</h2>
      ${this.own.length ? html`<div class="list">${cards(this.own, true)}</div>` : html`<p class="soft">None yet. A new one is published in two minutes.</p>`}
      ${this.ownNext ? html`<button @click=${() => this.add('/me/pop-ups', 'own', 'ownNext')}>More of your pop-ups</button>` : nothing}</section>${this.series.length ? this.again() : nothing}`;
  }

  again() {
    return html`<section aria-labelledby="series"><h2 id="series">Your series</h2><ul>${this.series.map((it) => html`<li class="again"><a class="line" href="/series/${it.id}">${it.title}</a> <span class="soft">${it.dates} dates, ${dateText(it.firstDate, true)} to ${dateText(it.lastDate, true)}</span></li>`)}</ul></section>`;
  }

  coming() {
    return html`<section aria-labelledby="coming"><h2 id="coming" tabindex="-1">Coming up</h2>
      ${this.items.length ? html`<div class="list">${cards(this.items, false)}</div>` : html`<p class="soft">No pop-up is announced yet. Come back a little later: organizers publish here first.</p>`}
      ${this.next ? html`<button @click=${() => this.add('/pop-ups', 'items', 'next')}>More pop-ups</button>` : nothing}</section>`;
  }
}

function cards(items, organizing) {
  return repeat(items, (it) => it.id, (it) => html`<db-pop-up-card .it=${it} ?organizing=${organizing}></db-pop-up-card>`);
}

customElements.define('db-page-pop-ups', PopUps);
