import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { counted } from '../core/counter-words.js';
import { api } from './here.js';
import './busy.js';
import './notice.js';

/** What a counter has come to: what was there, what went out, what must lie there now, and whether a count agrees. */
class CounterCloseOut extends LitElement {
  static properties = { popUpId: {}, it: { state: true }, counts: { state: true }, problem: { state: true } };

  static styles = [sheet, forms, css`
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 6rem;
      gap: 0.3rem 1rem;
      align-items: center;
      padding-block: 0.6rem;
      border-top: 1px solid var(--line);
      overflow-wrap: anywhere;
    }
    input.count {
      text-align: right;
    }
    .off {
      color: var(--danger);
      font-weight: 700;
    }
    .fits {
      color: var(--now-text);
      font-weight: 700;
    }
    .left {
      font-size: 1.15rem;
      font-weight: 650;
    }
  `];

  constructor() {
    super();
    this.counts = {};
  }

  willUpdate(changed) {
    if (changed.has('popUpId')) this.load();
  }

  async load() {
    try {
      this.it = await api.get(`/pop-ups/${this.popUpId}/counter/close-out`);
      this.problem = null;
    } catch (problem) {
      this.problem = problem.message;
    }
  }

  render() {
    if (this.problem) return html`<db-notice kind="error">${this.problem} <button @click=${this.load}>Try again</button></db-notice>`;
    if (!this.it) return html`<db-busy label="Adding up"></db-busy>`;
    const { drops, balanced } = this.it;
    const rows = drops.flatMap(({ title, point }) => point.stock.map((row) => ({ ...row, title })));
    const disputes = drops.flatMap(({ point }) => point.disputes);
    return html`<div class="stack">
      <p role="status" class=${balanced ? 'fits' : 'off'}>${balanced ? 'The books add up.' : 'The books do not add up: something was handed over that should not have been.'}</p>
      <ul>${rows.map((row, i) => this.row(row, i))}</ul>
      ${disputes.length ? html`<h3>On record</h3><ul>${disputes.map((it) => html`<li class="small">Claim ${it.claimId}, ${it.units} by ${it.by}: handed over although it was ${it.against.toLowerCase().replaceAll('_', ' ')}</li>`)}</ul>` : nothing}
      <p><button @click=${this.load}>Add up again</button></p></div>`;
  }

  row(row, i) {
    const { difference } = counted({ left: row.stock - row.handedOver }, this.counts[i]);
    const name = row.name ?? row.component.replaceAll('-', ' ');
    return html`<li><span><b>${name}</b> <span class="small soft">${row.title}</span><br><span class="left">${row.stock - row.handedOver} must be left</span><br><span class="small soft">${row.stock} were there, ${row.handedOver} collected${open(row) ? `, ${open(row)} claimed and still here` : ''}</span></span>
      <span><input class="count" type="number" min="0" inputmode="numeric" placeholder="count" aria-label="Counted: ${name}" @input=${({ target }) => (this.counts = { ...this.counts, [i]: target.value })}>
      <span class="small" aria-live="polite">${difference === null ? nothing : difference === 0 ? html`<span class="fits">✓ fits</span>` : html`<span class="off">${difference > 0 ? `${difference} too many` : `${-difference} missing`}</span>`}</span></span></li>`;
  }
}

/** Claimed and not collected: it still lies there. */
function open({ offered, held, confirmed, ready }) {
  return offered + held + confirmed + ready;
}

customElements.define('db-counter-close-out', CounterCloseOut);
