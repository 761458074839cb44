import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms, tables } from '../style/forms.js';
import { counted } from '../core/counter-words.js';
import { api } from './here.js';
import './busy.js';
import './notice.js';

/** What a counter has come to: what was there, what went out, what must lie there now, and whether a count agrees. */
class CounterCloseOut extends LitElement {
  static properties = { popUpId: {}, it: { state: true }, counts: { state: true }, problem: { state: true } };

  static styles = [sheet, forms, tables, css`
    input.count {
      width: 5.5rem !important;
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
    const { rows, disputes = [], balanced } = this.it;
    return html`<div class="stack">
      <p role="status" class=${balanced ? 'fits' : 'off'}>${balanced ? 'The books add up.' : 'The books do not add up: something was handed over that should not have been.'}</p>
      <div class="scroll" tabindex="0" role="region" aria-label="Close-out"><table><thead><tr><th scope="col">What</th><th scope="col">Was there</th><th scope="col">Collected</th><th scope="col">Not collected</th><th scope="col">Must be left</th><th scope="col">Counted</th><th scope="col">Fits</th></tr></thead>
        <tbody>${rows.map((row, i) => this.row(row, i))}</tbody></table></div>
      ${disputes.length ? html`<h3>On record</h3><ul>${disputes.map((it) => html`<li class="small">${it.units ?? 1} × ${it.bundleName ?? 'a bundle'}, ${it.name ?? `claim ${it.claimId}`}: handed over although it was ${String(it.status ?? 'not to be').toLowerCase().replaceAll('_', ' ')}</li>`)}</ul>` : nothing}
      <p><button @click=${this.load}>Add up again</button></p></div>`;
  }

  row(row, i) {
    const { difference } = counted(row, this.counts[i]);
    const name = row.name ?? row.component;
    return html`<tr><th scope="row">${name}${row.dropTitle ? html`<br><span class="small soft">${row.dropTitle}</span>` : nothing}</th><td>${row.stock}</td><td>${row.handedOver}</td><td>${row.noShow ?? 0}</td><td>${row.left}</td>
      <td><input class="count" type="number" min="0" inputmode="numeric" aria-label="Counted: ${name}" @input=${({ target }) => (this.counts = { ...this.counts, [i]: target.value })}></td>
      <td aria-live="polite">${difference === null ? '–' : difference === 0 ? html`<span class="fits">✓ yes</span>` : html`<span class="off">${difference > 0 ? `${difference} too many` : `${-difference} missing`}</span>`}</td></tr>`;
  }
}

customElements.define('db-counter-close-out', CounterCloseOut);
