import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { newKey } from '../core/http.js';
import { checkRhythm, nthChoices, rhythmOf, RHYTHMS, ruleOf, ruleText, seriesRequest, startWords, troubleText, WEEKDAYS } from '../core/series-rule.js';
import { api } from './here.js';
import { choice, field, valuesOf } from './field.js';
import { KeepFocus } from './keep-focus.js';
import './busy.js';
import './notice.js';

/** Makes a series from a pop-up: the rhythm first, then every date to look at, to leave out or to begin at another time, and only then the pop-ups. Tells `begun` with the series. */
class SeriesForm extends LitElement {
  static properties = { it: {}, values: { state: true }, errors: { state: true }, preview: { state: true }, out: { state: true }, moved: { state: true }, busy: { state: true }, problem: { state: true } };

  static styles = [sheet, forms, css`
    summary {
      cursor: pointer;
      font-weight: 600;
      min-height: var(--touch);
      align-content: center;
    }
    .days {
      display: flex;
      flex-wrap: wrap;
      gap: 0.2rem 1rem;
    }
    .dates {
      max-height: 24rem;
      overflow-y: auto;
      border-block: 1px solid var(--line);
    }
    .dates li {
      border-bottom: 1px solid var(--line);
      padding-block: 0.2rem;
    }
    .dates li:last-child {
      border-bottom: 0;
    }
    .dates p {
      padding: 0 0 0.5rem 1.95rem;
    }
    .out {
      text-decoration: line-through;
      color: var(--ink-soft);
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
    this.errors = {};
    this.startOver();
  }

  startOver() {
    this.preview = null;
    this.out = new Set();
    this.moved = new Map();
    this.key = newKey();
  }

  willUpdate(changed) {
    if (changed.has('it') && this.it?.id !== this.shown) this.values = rhythmOf(this.it.localStart);
    this.shown = this.it?.id;
  }

  render() {
    return html`<details><summary>Repeat it: make a series</summary><div class="stack">
      <p class="soft small">Every date becomes a pop-up of its own, a draft, at the same time on the clocks of ${this.it.place.zone}.</p>
      ${this.rhythm(this.values)}
      ${this.problem ? html`<db-notice kind="error">${this.problem}</db-notice>` : nothing}
      <div role="status">${this.busy ? html`<db-busy label="One moment"></db-busy>` : this.preview ? html`<p class="unseen">${this.preview.dates.length} dates are shown below.</p>` : nothing}</div>
      ${this.preview ? this.dates(this.preview) : nothing}</div></details>`;
  }

  rhythm(v) {
    const of = (name, label, more = {}) => ({ name, label, value: v[name], error: this.errors[name] ?? '', ...more });
    return html`<form novalidate @submit=${this.look} @change=${this.changed}>
      <div class="columns">${choice(of('every', 'How often', { options: Object.entries(RHYTHMS) }))}
        ${field(of('interval', { DAILY: 'Every so many days', WEEKLY: 'Every so many weeks', MONTHLY: 'Every so many months' }[v.every], { type: 'number', min: 1, max: 99, inputmode: 'numeric' }))}</div>
      ${v.every === 'MONTHLY' ? choice(of('nth', 'On', { options: nthChoices() })) : nothing}
      ${v.every === 'DAILY' ? nothing : html`<fieldset aria-describedby=${this.errors.days ? 'days-error' : nothing}><legend>Weekdays</legend><div class="days">
        ${WEEKDAYS.map(([day, word]) => html`<label class="tick"><input type="checkbox" name=${day} .checked=${v.days.includes(day)} aria-invalid=${this.errors.days ? 'true' : nothing}>${word}</label>`)}</div>
        ${this.errors.days ? html`<span class="small error" id="days-error">${this.errors.days}</span>` : nothing}</fieldset>`}
      <div class="columns">${choice(of('end', 'Until when', { options: [['count', 'So many times'], ['until', 'Up to a day']] }))}
        ${v.end === 'count' ? field(of('count', 'Times, 500 at most', { type: 'number', min: 2, max: 500, inputmode: 'numeric' })) : field(of('until', 'Last day', { type: 'date' }))}</div>
      <p><button aria-disabled=${this.busy ? 'true' : nothing}>Show the dates</button></p></form>`;
  }

  dates({ dates }) {
    const open = dates.filter(({ date, trouble }) => !this.out.has(date) && !trouble);
    const wrong = dates.filter(({ date, trouble }) => !this.out.has(date) && trouble);
    const make = open.filter(({ start }) => start !== this.it.localStart.slice(0, 16));
    return html`<section class="stack" aria-labelledby="dates"><h2 id="dates" tabindex="-1">${dates.length} dates, ${ruleText(ruleOf(this.values))}</h2>
      ${wrong.length ? html`<db-notice kind="warn">${wrong.length === 1 ? 'One date cannot be as it is. Choose what to do about it' : `${wrong.length} dates cannot be as they are. Choose what to do about each`}, or leave it out.</db-notice>` : nothing}
      <ul class="dates" tabindex="0" aria-labelledby="dates">${repeat(dates, ({ date }) => date, (one) => this.date(one))}</ul>
      <p><button class="now" aria-disabled=${this.busy || !make.length ? 'true' : nothing} @click=${this.make}>${make.length === 1 ? 'Make one more pop-up' : `Make ${make.length} more pop-ups`}</button></p></section>`;
  }

  date({ date, start, trouble }) {
    const out = this.out.has(date);
    return html`<li><label class="tick"><input type="checkbox" .checked=${!out} @change=${() => this.leave(date, !out)}><span class=${out ? 'out' : ''}>${startWords(start)}${start === this.it.localStart.slice(0, 16) ? html` <span class="soft">this one</span>` : nothing}</span></label>
      ${trouble && !out ? html`<p class="small error">${troubleText(trouble, start)} ${trouble.instead ? html`<button @click=${() => this.move(date, trouble.instead)} aria-label="${startWords(start)}: begin at ${trouble.instead.slice(11)}">Begin at ${trouble.instead.slice(11)}</button>` : nothing}</p>` : nothing}</li>`;
  }

  leave(date, out) {
    const next = new Set(this.out);
    if (out) next.add(date);
    else next.delete(date);
    this.out = next;
    this.key = newKey();
  }

  changed(event) {
    const said = valuesOf(event.currentTarget);
    this.values = { ...this.values, ...Object.fromEntries(Object.entries(said).filter(([name]) => name in this.values)), days: this.values.every === 'DAILY' ? this.values.days : WEEKDAYS.map(([day]) => day).filter((day) => said[day]) };
    this.errors = {};
    this.startOver();
  }

  async look(event) {
    event?.preventDefault();
    this.errors = checkRhythm(this.values);
    if (Object.keys(this.errors).length) return this.point();
    return this.ask(async () => {
      this.preview = await api.post(`/pop-ups/${this.it.id}/series/preview`, seriesRequest(ruleOf(this.values), [], [...this.moved]));
    });
  }

  async move(date, start) {
    this.moved = new Map(this.moved).set(date, start);
    this.key = newKey();
    await this.look();
    await this.updateComplete;
    this.renderRoot.querySelector('#dates')?.focus();
  }

  make() {
    if (this.preview.dates.every(({ date, trouble }) => trouble || this.out.has(date))) return undefined;
    return this.ask(async () => {
      const begun = await api.post(`/pop-ups/${this.it.id}/series`, seriesRequest(ruleOf(this.values), [...this.out], [...this.moved].filter(([date]) => !this.out.has(date))), { key: this.key });
      this.dispatchEvent(new CustomEvent('begun', { detail: begun }));
    });
  }

  async ask(send) {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      await send();
    } catch (problem) {
      this.problem = problem.message;
      if (problem.status) this.key = newKey();
    } finally {
      this.busy = false;
    }
  }

  async point() {
    await this.updateComplete;
    this.renderRoot.querySelector('[aria-invalid]')?.focus();
  }
}

customElements.define('db-series-form', SeriesForm);
