import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from '../style/sheet.js';
import { tables } from '../style/forms.js';

const COLUMNS = [['hr', 'bpm'], ['cadence', 'rpm'], ['power', 'W'], ['reps', 'reps']];

/** Who shares what now, in the order of the burst. A value that is too old is a dash. */
class Board extends LitElement {
  static properties = { bio: {}, me: {} };

  static styles = [sheet, tables, css`
    .mine th,
    .mine td {
      background: var(--now);
      color: var(--on-now);
    }
    th:first-child {
      padding-inline-start: 0.4rem;
    }
    td:last-child {
      padding-inline-end: 0.4rem;
    }
    .zones {
      display: grid;
      grid-template-columns: repeat(5, 1fr);
      gap: 0.25rem;
    }
    .zones li {
      padding: 0.25rem;
      text-align: center;
      border-radius: var(--corner);
      color: var(--on-zone);
      background: var(--zone-1);
    }
    .zones li:nth-child(2) { background: var(--zone-2); }
    .zones li:nth-child(3) { background: var(--zone-3); }
    .zones li:nth-child(4) { background: var(--zone-4); }
    .zones li:nth-child(5) { background: var(--zone-5); }
  `];

  render() {
    const board = this.bio?.board ?? [];
    const shown = COLUMNS.filter(([key]) => board.some((row) => row[key] !== null && row[key] !== undefined));
    if (!board.length) return html`<p class="soft small">Nobody shares what a sensor says yet.</p>`;
    return html`<div class="stack">
      <p class="small">Average of ${this.bio.count}: ${COLUMNS.filter(([key]) => known(this.bio.mean?.[key])).map(([key, unit]) => `${Math.round(this.bio.mean[key])} ${unit}`).join(', ') || '–'}</p>
      ${this.bio.zones ? html`<ol class="zones small" aria-label="Members in each heart-rate zone">${this.bio.zones.map((n, i) => html`<li>Z${i + 1}: <b>${n}</b></li>`)}</ol>` : nothing}
      <div class="scroll" tabindex="0" role="region" aria-label="Board"><table><thead><tr><th scope="col">Member</th>${shown.map(([, unit]) => html`<th scope="col">${unit}</th>`)}</tr></thead>
      <tbody>${repeat(board, (row) => row.member, (row) => html`<tr class=${row.member === this.me ? 'mine' : ''}><th scope="row">${row.name}</th>${shown.map(([key]) => html`<td>${known(row[key]) ? row[key] : '–'}</td>`)}</tr>`)}</tbody></table></div></div>`;
  }
}

function known(value) {
  return value !== null && value !== undefined;
}

customElements.define('db-board', Board);
