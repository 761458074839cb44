import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { tables } from '../style/forms.js';
import { priceText } from '../core/kind-words.js';
import { api } from './here.js';
import './busy.js';
import './notice.js';

const ROWS = [['issued', 'Tickets'], ['came', 'Came'], ['noShows', 'Did not come'], ['cancelledEarly', 'Given back in time'], ['cancelledLate', 'Given back late'], ['revoked', 'Taken back'], ['released', 'Took part online'], ['walkIns', 'Bought at the door'], ['incidents', 'Something went wrong']];

/** What a pop-up has come to when it is over: the parts under the tickets add up to them. */
class CloseOut extends LitElement {
  static properties = { popUpId: {}, it: { state: true }, problem: { state: true } };

  static styles = [sheet, tables, css`
    tr.of th {
      padding-inline-start: 1rem;
      font-weight: 400;
    }
  `];

  willUpdate(changed) {
    if (changed.has('popUpId')) this.load();
  }

  async load() {
    try {
      this.it = await api.get(`/pop-ups/${this.popUpId}/close-out`);
      this.problem = null;
    } catch (problem) {
      this.problem = problem.message;
    }
  }

  render() {
    if (this.problem) return html`<db-notice kind="error">${this.problem} <button @click=${this.load}>Try again</button></db-notice>`;
    if (!this.it) return html`<db-busy label="Adding up"></db-busy>`;
    const { kinds, all } = this.it;
    const columns = kinds.length > 1 ? [...kinds, all] : [all];
    return html`<div class="stack"><div class="scroll" tabindex="0" role="region" aria-label="The numbers"><table><thead><tr><td></td>${columns.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
      <tbody>${ROWS.map(([what, words], i) => html`<tr class=${i > 0 && i < 7 ? 'of' : ''}><th scope="row">${words}</th>${columns.map((line) => html`<td>${line[what]}</td>`)}</tr>`)}
        ${money('Paid', columns, 'paid')}${money('Not paid', columns, 'due')}</tbody></table></div>
      <p><a class="button" href="/api/v1/pop-ups/${this.popUpId}/close-out.csv" download>The numbers as CSV</a></p></div>`;
  }
}

function money(words, columns, what) {
  if (columns.every((line) => !line[what].some(({ minor }) => minor))) return nothing;
  return html`<tr><th scope="row">${words}</th>${columns.map((line) => html`<td>${line[what].filter(({ minor }) => minor).map((sum) => priceText(sum)).join(' + ') || '–'}</td>`)}</tr>`;
}

customElements.define('db-close-out', CloseOut);
