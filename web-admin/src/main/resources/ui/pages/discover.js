import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { countText, fromAddress, KINDS, RADII, TIMES, toAddress, toFeed, toQuery } from '../core/near.js';
import { languageOptions } from '../core/languages.js';
import { api, serverNow } from '../parts/here.js';
import { choice } from '../parts/field.js';
import { KeepFocus } from '../parts/keep-focus.js';
import '../parts/busy.js';
import '../parts/figures-consent.js';
import '../parts/near-card.js';
import '../parts/near-map.js';
import '../parts/notice.js';
import '../parts/place-search.js';
import '../parts/tell-me.js';

const REFRESH_MS = 30000;
const QUIET_MS = 300;

/** What is near: a list first, and a map beside it. What is asked for is in the address, so that it can be kept and shared. */
class Discover extends LitElement {
  static properties = { account: {}, asked: { state: true }, found: { state: true }, problem: { state: true }, busy: { state: true }, named: { state: true } };

  static styles = [sheet, forms, css`
    .head {
      max-width: 44rem;
      margin-bottom: 1.4rem;
    }
    .columns {
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.5rem), 1fr));
    }
    .sides {
      display: grid;
      gap: 1.6rem;
      margin-top: 2rem;
      grid-template-columns: minmax(0, 1fr);
      align-items: start;
    }
    .list {
      border-bottom: 1px solid var(--line);
      margin-block: 0.8rem 1rem;
    }
    .feeds {
      margin-top: 1.2rem;
      column-gap: 1.4rem;
    }
    .feeds a {
      display: inline-flex;
      align-items: center;
      min-height: var(--touch);
    }
    .chips button[aria-pressed='true'] {
      background: var(--ink);
      color: var(--paper);
      border-color: var(--ink);
    }
    @media (min-width: 60rem) {
      .sides {
        grid-template-columns: minmax(0, 1fr) minmax(0, 26rem);
      }
      db-near-map {
        position: sticky;
        top: 1rem;
      }
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
    this.asked = fromAddress(location.search);
    this.named = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
    this.timer = setInterval(() => document.visibilityState === 'visible' && !this.more && this.load({ quietly: true }), REFRESH_MS);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
    clearTimeout(this.quiet);
  }

  /** Asks for something else. */
  ask(change, pause = 0) {
    this.asked = { ...this.asked, ...change };
    history.replaceState(null, '', `${location.pathname}${toAddress(this.asked)}`);
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => this.load(), pause);
  }

  async load({ quietly = false } = {}) {
    const asked = this.asked;
    if (!quietly) this.busy = true;
    try {
      const found = await api.get(`/discover?${toQuery(asked, serverNow())}`);
      if (asked !== this.asked) return;
      [this.found, this.problem, this.more, this.busy] = [found, null, false, false];
      this.named = found.place?.name ?? '';
    } catch (problem) {
      if (asked !== this.asked) return;
      [this.problem, this.busy] = [problem, false];
    }
  }

  async add() {
    this.more = true;
    try {
      const page = await api.get(`/discover?${toQuery(this.asked, serverNow())}&cursor=${encodeURIComponent(this.found.next)}`);
      this.found = { ...page, items: [...this.found.items, ...page.items] };
      this.problem = null;
    } catch (problem) {
      this.problem = problem;
    }
  }

  render() {
    return html`<div class="head stack"><h1 tabindex="-1">Near you</h1>
        <p class="soft">Pop-ups and drops around a place, and classes you can join from home.</p></div>
      ${this.form()}
      <db-tell-me .account=${this.account} .asked=${this.asked} .named=${this.named}></db-tell-me>
      ${this.problem ? html`<db-notice kind="error">${this.problem.message} <button @click=${() => this.load()}>Try again</button></db-notice>` : nothing}
      <div class="sides">
        <section aria-labelledby="count" aria-busy=${this.busy ? 'true' : 'false'}>${this.list()}</section>
        ${this.found ? html`<db-near-map .items=${this.found.items} .centre=${this.centre()} .radius=${this.asked.radius}></db-near-map>` : nothing}
      </div>`;
  }

  form() {
    const { asked } = this;
    return html`<form role="search" aria-label="What is near" @change=${this.changed} @submit=${(e) => e.preventDefault()}>
      <db-place-search .value=${asked.near ? 'Around your position' : this.named} @where=${(e) => this.ask({ near: '', place: '', ...e.detail })}></db-place-search>
      <div class="columns">
        ${choice({ name: 'radius', label: 'How far', value: asked.radius, options: RADII.map((it) => [it, `${it / 1000} km`]) })}
        ${choice({ name: 'time', label: 'When', value: asked.time, options: TIMES })}
        ${choice({ name: 'language', label: 'Held in', value: asked.language, options: languageOptions('Any language', asked.language) })}
        ${choice({ name: 'order', label: 'First', value: asked.order, options: [['best', 'What fits best'], ['nearest', 'The nearest'], ['soonest', 'The soonest']] })}
        <div class="field"><label for="q">Words <span class="soft">(optional)</span></label><input id="q" name="q" type="search" maxlength="200" .value=${asked.q} @input=${(e) => this.ask({ q: e.target.value }, QUIET_MS)}></div>
      </div>
      <div class="row chips" role="group" aria-label="What">${KINDS.map(([kind, words]) => html`<button type="button" aria-pressed=${asked.kinds.includes(kind)} @click=${() => this.toggle(kind)}>${words}${this.counted(kind)}</button>`)}
        <label class="tick"><input type="checkbox" name="free" .checked=${asked.free}> Free only</label></div>
    </form>`;
  }

  changed({ target: { name, value, checked } }) {
    if (name === 'radius') this.ask({ radius: Number(value) });
    else if (name === 'free') this.ask({ free: checked });
    else if (['time', 'language', 'order'].includes(name)) this.ask({ [name]: value });
  }

  counted(kind) {
    const many = this.found?.facets.kinds[kind];
    return many ? html` <span class="soft">${many}</span>` : nothing;
  }

  toggle(kind) {
    const { kinds } = this.asked;
    this.ask({ kinds: kinds.includes(kind) ? kinds.filter((it) => it !== kind) : [...kinds, kind] });
  }

  centre() {
    if (this.found.place) return [this.found.place.latitude, this.found.place.longitude];
    return this.asked.near ? this.asked.near.split(',').map(Number) : null;
  }

  list() {
    if (!this.found) return this.problem ? nothing : html`<db-busy label="Looking around"></db-busy>`;
    const { items, next } = this.found;
    return html`<h2 id="count" tabindex="-1" role="status">${countText(this.found)}</h2>
      ${items.length
        ? html`<div class="list">${repeat(items, (it) => `${it.kind}.${it.id}.${it.at}`, (it) => html`<db-near-card .it=${it}></db-near-card>`)}</div>`
        : html`<p>${this.asked.near || this.asked.place ? 'Look farther around, at another time, or with fewer words.' : 'Nothing is open at the moment. Organizers and trainers publish here first.'}</p>`}
      ${next ? html`<button @click=${this.add}>More</button>` : nothing}
      <nav class="row feeds" aria-label="What is near, elsewhere">
        <a href=${toFeed(this.asked, 'ics')}>Subscribe in a calendar</a>
        <a href=${toFeed(this.asked, 'geojson')}>GeoJSON</a>
        <a href="/openactive">Open data</a>
      </nav>
      ${this.account ? html`<db-figures-consent></db-figures-consent>` : nothing}`;
  }
}

customElements.define('db-page-discover', Discover);
