import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms, tables } from '../style/forms.js';
import { dueText } from '../core/kind-words.js';
import { api } from './here.js';
import { KeepFocus } from './keep-focus.js';
import './busy.js';
import './notice.js';
import './take-back.js';

/** Who types is waited for this long, ms. */
const PAUSE_MS = 250;
const VOID = { CANCELLED: 'given back', REVOKED: 'taken back', RELEASED: 'online instead' };
const INCIDENTS = { DOUBLE_ADMISSION: 'came in twice', REENTRY: 'came in again', VOID_TICKET: 'came in on a void ticket', EARLIER_PASS: 'came in on an old pass' };

/** The guest list with a search by name; what is due can be settled here. */
class Attendees extends LitElement {
  static properties = { it: {}, items: { state: true }, next: { state: true }, problem: { state: true }, said: { state: true }, query: { state: true } };

  static styles = [sheet, forms, tables, css`
    :host {
      display: grid;
      gap: 0.8rem;
    }
    db-take-back,
    [role='status']:empty {
      display: contents;
    }
    th:nth-child(n),
    td:nth-child(n) {
      text-align: left;
    }
    tbody th,
    .words {
      white-space: normal;
      overflow-wrap: anywhere;
      min-width: 5.5rem;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
    this.query = '';
    this.round = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  get path() {
    return `/pop-ups/${this.it.id}/attendees`;
  }

  /** The newest question counts, in whichever order the answers come. */
  async load(cursor = null) {
    const round = (this.round += 1);
    const asked = [this.query && `q=${encodeURIComponent(this.query)}`, cursor && `cursor=${encodeURIComponent(cursor)}`].filter(Boolean).join('&');
    try {
      const page = await api.get(asked ? `${this.path}?${asked}` : this.path);
      if (round !== this.round) return;
      this.items = cursor ? [...this.items, ...page.items] : page.items;
      this.next = page.next;
      this.problem = null;
    } catch (problem) {
      if (round === this.round) this.problem = problem.message;
    }
  }

  render() {
    return html`<div class="field"><label for="q">Search by name</label><input id="q" type="search" autocomplete="off" @input=${this.type}></div>
      ${this.problem ? html`<db-notice kind="error">${this.problem} <button @click=${() => this.load()}>Try again</button></db-notice>` : nothing}
      <div role="status">${this.said ? html`<db-notice kind="good">${this.said}</db-notice>` : nothing}</div>
      <p class="small soft" role="status">${this.items ? this.counted() : nothing}</p>
      ${this.items ? this.table() : this.problem ? nothing : html`<db-busy label="Looking for the guests"></db-busy>`}
      <db-take-back .popUpId=${this.it.id} @taken=${this.taken}></db-take-back>`;
  }

  counted() {
    if (!this.items.length) return this.query ? 'Nobody of that name has a ticket.' : 'Nobody has a ticket yet.';
    return `${this.items.length}${this.next ? ' and more' : ''} ${this.items.length === 1 ? 'ticket' : 'tickets'}`;
  }

  table() {
    if (!this.items.length) return nothing;
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Guests"><table><thead><tr><th scope="col">Guest</th><th scope="col">Ticket</th><th scope="col">State</th></tr></thead>
        <tbody>${this.items.map((a) => html`<tr><th scope="row">${a.holder?.name ?? 'Walk-in'}</th><td class="words">${a.ticket}, ${this.kindName(a.kind)}</td><td class="words">${stateOf(a)}${this.settling(a)}${this.takingBack(a)}</td></tr>`)}</tbody></table></div>
      <p class="row">${this.next ? html`<button @click=${() => this.load(this.next)}>More guests</button>` : nothing}<a class="button" href="/api/v1${this.path}.csv" download>Guest list as CSV</a></p>`;
  }

  settling(a) {
    if (a.settlement !== 'DUE_AT_DOOR' || a.validity !== 'VALID') return nothing;
    return html` <button @click=${() => this.settle(a)} aria-label="Paid: ticket ${a.ticket}">Paid</button>`;
  }

  takingBack(a) {
    if (a.validity !== 'VALID' || !['PUBLISHED', 'DOORS_OPEN'].includes(this.it.phase)) return nothing;
    return html` <button class="quiet at-start" @click=${() => this.renderRoot.querySelector('db-take-back').ask(a)} aria-label="Take back: ticket ${a.ticket}">Take back</button>`;
  }

  async taken({ detail }) {
    this.said = detail;
    await this.load();
  }

  async settle(a) {
    try {
      await api.post(`/pop-ups/${this.it.id}/tickets/${a.ticket}/settle`);
    } catch (problem) {
      this.problem = problem.message;
      return;
    }
    await this.load();
  }

  kindName(id) {
    return this.it.kinds.find((kind) => kind.id === id)?.name ?? id;
  }

  type(event) {
    this.query = event.target.value.trim();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.load(), PAUSE_MS);
  }
}

function stateOf(a) {
  const been = a.inside ? 'inside' : a.entries ? 'was inside' : a.validity === 'VALID' ? 'not here yet' : '';
  return [VOID[a.validity], been, dueText(a), ...a.incidents.map((name) => INCIDENTS[name] ?? name.toLowerCase().replaceAll('_', ' '))].filter(Boolean).join(', ');
}

customElements.define('db-attendees', Attendees);
