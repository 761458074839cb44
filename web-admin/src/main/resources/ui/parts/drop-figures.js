import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms, tables } from '../style/forms.js';
import { shareText, soFar } from '../core/drop-draft.js';
import { priceText } from '../core/kind-words.js';
import { LinePlot, PLOT_SHEET } from './line-plot.js';
import './notice.js';

const CAUSES = { CANCELLED: 'given back', HOLD_EXPIRED: 'not paid in time', OFFER_DECLINED: 'offers declined', OFFER_EXPIRED: 'offers run out', NO_SHOW: 'not collected', WITHDRAWN: 'taken back', POINT_CLOSED: 'point closed', DROP_CANCELLED: 'drop cancelled' };

/** How a drop goes: how many of those who were there claim, how fast it sells, and what lies where. Tells `restock` ({point, component, stock}) and `settle` ({claim}). */
class DropFigures extends LitElement {
  static properties = { it: {}, figures: {}, problem: {}, open: { type: Boolean }, busy: { type: Boolean } };

  static styles = [sheet, forms, tables, css`
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(6.5rem, 1fr));
      gap: 0.8rem;
    }
    dt {
      font-size: var(--small);
      font-weight: 600;
      color: var(--ink-soft);
    }
    dd {
      font-size: 2rem;
    }
    .stack {
      grid-template-columns: minmax(0, 1fr);
    }
    .plot {
      height: 170px;
      min-width: 0;
    }
    summary {
      cursor: pointer;
      font-weight: 600;
      min-height: var(--touch);
      align-content: center;
    }
  `];

  constructor() {
    super();
    new LinePlot(this, { height: 170, data: () => [Array.from({ length: 11 }, (_, i) => i * 10), soFar(this.figures?.pace ?? Array(10).fill(0))], options: () => ({
      x: { range: () => [0, 100] }, y: { range: (u, low, high) => [0, Math.max(5, (high ?? 0) * 1.15)] }, labels: (v) => `${v} %`, colours: ['--plot-50'], size: 5 }) });
  }

  render() {
    const f = this.figures;
    const disputes = f.points.reduce((n, point) => n + point.disputes.length, 0);
    const all = f.points.flatMap(({ stock }) => stock);
    const sum = (what) => all.reduce((total, row) => total + (row[what] ?? 0), 0);
    const gone = sum('stock') ? 1 - sum('available') / sum('stock') : null;
    const one = (words, value) => html`<div><dt>${words}</dt><dd class="figure">${value}</dd></div>`;
    return html`<link rel="stylesheet" href=${PLOT_SHEET}><div class="stack">
      <dl>${one('Claims', f.claims)}${one('Attach rate', shareText(f.attachRate))}${one('Stock gone', shareText(gone))}${one('Were there', f.attendees)}${one('May claim', f.eligible)}${f.repeat?.members ? one('Claimed before', shareText(f.repeat.before / f.repeat.members)) : nothing}</dl>
      <div class="stack"><h3>Sell-through</h3><div class="plot" role="img" aria-label="Claims over the time that it has been open: ${soFar(f.pace).at(-1)} in all"></div><p class="small soft">Claims so far, over the time that it has been open.</p></div>
      ${f.points.map((point) => this.point(point))}
      ${this.open ? this.restock(f.points) : nothing}
      ${disputes ? html`<db-notice kind="warn">${disputes === 1 ? '1 handover is' : `${disputes} handovers are`} on record that should not have been.</db-notice>` : nothing}
      ${(f.failedRefunds ?? []).map((refund) => this.failed(refund))}</div>`;
  }

  failed({ claimId, amount, reason }) {
    const what = `${priceText(amount)} for claim ${claimId}`;
    return html`<db-notice kind="warn">The refund of ${what} did not arrive (${reason.replaceAll('_', ' ')}). The money is in your account at the provider again: pay it back another way.</db-notice>
      <div class="row"><button aria-disabled=${this.busy ? 'true' : nothing} aria-label="It is paid back: ${what}" @click=${() => this.busy || this.dispatchEvent(new CustomEvent('settle', { detail: { claim: claimId } }))}>It is paid back</button></div>`;
  }

  nameOf(component) {
    return this.it.components.find(({ id }) => id === component)?.name ?? component;
  }

  point({ name, stock, released }) {
    const gone = Object.entries(released ?? {}).filter(([, n]) => n > 0).map(([cause, n]) => `${n} ${CAUSES[cause] ?? cause.toLowerCase()}`);
    return html`<div><h3>${name}</h3><div class="scroll" tabindex="0" role="region" aria-label="Stock at ${name}"><table><thead><tr><td></td><th scope="col">Stock</th><th scope="col">Left</th><th scope="col">Kept</th><th scope="col">To pack</th><th scope="col">Ready</th><th scope="col">Collected</th></tr></thead>
      <tbody>${stock.map((row) => html`<tr><th scope="row">${this.nameOf(row.component)}</th><td>${row.stock}</td><td><b>${row.available}</b></td><td>${row.offered + row.held}</td><td>${row.confirmed}</td><td>${row.ready}</td><td>${row.handedOver}</td></tr>`)}</tbody></table></div>
      ${gone.length ? html`<p class="small soft">Came back: ${gone.join(', ')}.</p>` : nothing}</div>`;
  }

  restock(points) {
    return html`<details><summary>Change a stock</summary><form novalidate @submit=${this.send}><div class="columns">
      <div class="field"><label for="what">What, and where</label><select id="what">${points.flatMap(({ point, name, stock }) => stock.map((row) => html`<option value="${point} ${row.component}">${this.nameOf(row.component)}, ${name} (${row.stock})</option>`))}</select></div>
      <div class="field"><label for="stock">New stock</label><input id="stock" type="number" min="0" max="100000" inputmode="numeric" required aria-invalid=${this.problem ? 'true' : nothing} aria-describedby=${this.problem ? 'wrong' : nothing}>${this.problem ? html`<span class="small error" id="wrong" role="alert">${this.problem}</span>` : nothing}</div></div>
      <p><button>Set the stock</button></p></form></details>`;
  }

  send(event) {
    event.preventDefault();
    const [point, component] = this.renderRoot.querySelector('#what').value.split(' ');
    const stock = this.renderRoot.querySelector('#stock');
    if (stock.value === '') return stock.focus();
    this.dispatchEvent(new CustomEvent('restock', { detail: { point, component, stock: Number(stock.value) } }));
    return undefined;
  }
}

customElements.define('db-drop-figures', DropFigures);
