import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms, tables } from '../style/forms.js';
import { countText, liftText, percent, periodText, SPANS } from '../core/reach-words.js';
import { api, isOrganizer, isTrainer, signInPath } from '../parts/here.js';
import { choice } from '../parts/field.js';
import { KeepFocus } from '../parts/keep-focus.js';
import '../parts/busy.js';
import '../parts/lift.js';
import '../parts/share-rows.js';
import '../parts/trouble.js';

/** What discovery has led to, for who leads classes and for whose pop-ups they are: what is credited to it and what it changed, apart. */
class Reach extends LitElement {
  static properties = { account: {}, weeks: { state: true }, trainer: { state: true }, organizer: { state: true }, problem: { state: true } };

  static styles = [sheet, forms, tables, css`
    .grid {
      display: grid;
      gap: 1rem;
      grid-template-columns: minmax(0, 1fr);
    }
    @media (min-width: 58rem) {
      .grid {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      .wide {
        grid-column: 1 / -1;
      }
    }
    form {
      max-width: 16rem;
    }
    tbody th,
    tbody td {
      white-space: normal;
      overflow-wrap: anywhere;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
    this.weeks = SPANS.map(([weeks]) => weeks).find((it) => String(it) === new URLSearchParams(location.search).get('weeks')) ?? SPANS[0][0];
  }

  connectedCallback() {
    super.connectedCallback();
    if (!this.account) return location.replace(signInPath());
    this.load();
  }

  async load() {
    const { weeks } = this;
    this.problem = null;
    try {
      const [trainer, organizer] = await Promise.all([
        isTrainer(this.account) ? api.get(`/me/trainer-reach?weeks=${weeks}`) : null,
        isOrganizer(this.account) ? api.get(`/me/organizer-reach?weeks=${weeks}`) : null,
      ]);
      if (weeks === this.weeks) [this.trainer, this.organizer] = [trainer, organizer];
    } catch (problem) {
      if (weeks === this.weeks) this.problem = problem.message;
    }
  }

  span({ target }) {
    this.weeks = Number(target.value);
    [this.trainer, this.organizer] = [undefined, undefined];
    history.replaceState(null, '', `${location.pathname}?weeks=${this.weeks}`);
    this.load();
  }

  render() {
    if (!isTrainer(this.account) && !isOrganizer(this.account)) return html`<div class="stack"><h1 tabindex="-1">From online to the door</h1><p>These figures are for who leads classes or publishes pop-ups.</p><p><a class="button now" href="/discover">What is near you</a></p></div>`;
    if (this.problem) return html`<db-trouble heading="The figures cannot be shown" .message=${this.problem} @again=${this.load}></db-trouble>`;
    const said = this.trainer ?? this.organizer;
    return html`<div class="stack"><h1 tabindex="-1">From online to the door</h1>
      <form @submit=${(e) => e.preventDefault()} @change=${this.span}>${choice({ name: 'weeks', label: 'Period', value: this.weeks, options: SPANS })}</form>
      ${said ? html`<p class="soft small">${periodText(said)}</p>${this.trainer ? this.ofTrainer(this.trainer) : nothing}${this.organizer ? this.ofOrganizer(this.organizer) : nothing}${this.small()}` : html`<db-busy label="Adding up where people went"></db-busy>`}</div>`;
  }

  head(heading, what) {
    return html`<div class="row spread"><h2 tabindex="-1">${heading}</h2><p class="row"><a class="button" download="${what}.csv" href="/api/v1/me/${what}.csv?weeks=${this.weeks}">CSV</a><a class="button" download="${what}.json" href="/api/v1/me/${what}?weeks=${this.weeks}">JSON</a></p></div>`;
  }

  ofTrainer(it) {
    return html`<div class="grid">
      <section class="panel stack wide">${this.head('Who tried your classes online', 'trainer-reach')}
        ${it.tried === 0 ? html`<p>Nobody took part online in these weeks.</p>` : html`<p><strong>${it.tried ?? 'Fewer than 10'}</strong> people took part online${it.open ? html`; for ${it.open} of them the 28 days in which they are followed are not over` : nothing}. Of the others, in these 28 days:</p><db-share-rows .steps=${it.funnel}></db-share-rows>`}</section>
      <section class="panel stack"><h2 tabindex="-1">Credited</h2><p>Came to a pop-up</p><db-share-rows .steps=${it.credited}></db-share-rows><p class="small soft">They may have come anyway.</p></section>
      <section class="panel stack"><h2 tabindex="-1">Changed</h2><db-lift .it=${it.lift}></db-lift></section>
    </div>`;
  }

  ofOrganizer(it) {
    return html`<div class="grid">
      <section class="panel stack">${this.head('Visits to your pop-ups', 'organizer-reach')}<p>Credited to what came before</p><db-share-rows .steps=${it.visits}></db-share-rows><p class="small soft">They may have come anyway.</p></section>
      <section class="panel stack"><h2 tabindex="-1">Changed</h2><p>Of all who tried a class online, who came to you within 28 days</p><db-lift .it=${it.lift}></db-lift></section>
      <section class="panel stack wide"><h2 tabindex="-1">Your neighbourhoods</h2>${this.neighbourhoods(it.neighbourhoods)}</section>
    </div>`;
  }

  neighbourhoods(rows) {
    if (!rows.length) return html`<p>Too few people were shown your pop-ups, or let it be noted, to tell of neighbourhoods.</p>`;
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Your neighbourhoods"><table>
      <thead><tr><th scope="col">Around</th><th scope="col">Came of those shown</th><th scope="col">Share</th><th scope="col">Beside all</th></tr></thead>
      <tbody>${rows.map((row) => html`<tr><th scope="row">${row.name ?? row.cell ?? 'Elsewhere, put together'}</th><td>${countText(row.count)}</td><td>${percent(row.count.share)}</td><td>${liftText(row.lift)}</td></tr>`)}</tbody></table></div>`;
  }

  small() {
    return html`<p class="small soft">“Changed” compares members who may be told of pop-ups with one in ten, drawn by lot, who is not; everybody counts in their group, whatever they were told. Where places are few the difference is rather too large, since whoever takes one keeps somebody else from it. Figures behind which fewer than ten people stand are not shown, nor what they would follow from.</p>`;
  }
}

customElements.define('db-page-reach', Reach);
