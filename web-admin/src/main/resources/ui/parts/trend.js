import { css, html, LitElement } from 'lit';
import { sheet } from '../style/sheet.js';
import { LinePlot, PLOT_SHEET } from './line-plot.js';

const HEIGHT = 190;

/** Lines over classes, the oldest first; the table beside it says the same for who cannot see it. */
class Trend extends LitElement {
  static properties = { heading: {}, unit: {}, names: {}, lines: {} };

  static styles = [sheet, css`
    .plot {
      height: ${HEIGHT}px;
      min-width: 0;
    }
    .keys {
      display: flex;
      flex-wrap: wrap;
      gap: 0.2rem 1rem;
      list-style: none;
      padding: 0;
    }
    svg {
      width: 1.2rem;
      height: 0.6rem;
      margin-inline-end: 0.35rem;
    }
    .k0 { stroke: var(--plot-50); }
    .k1 { stroke: var(--plot-95); }
    .k2 { stroke: var(--plot-99); }
  `];

  constructor() {
    super();
    new LinePlot(this, { height: HEIGHT, data: () => [this.names.map((_, i) => i + 1), ...this.lines.map((line) => line.values)], options: () => ({
      x: { range: (u, low, high) => [low - 0.5, high + 0.5] },
      y: { range: (u, low, high) => [0, this.unit === '%' ? 100 : Math.max(50, (high ?? 0) * 1.15)] },
      labels: (v) => (Number.isInteger(v) && v >= 1 && v <= this.names.length ? `${v}` : ''), colours: this.lines.map(({ colour }) => colour), size: 6 }) });
  }

  render() {
    return html`<link rel="stylesheet" href=${PLOT_SHEET}><div class="stack"><h2 tabindex="-1">${this.heading}</h2>
      <div class="plot" role="img" aria-label="${this.heading} over ${this.names.length} classes; the table below has the numbers"></div>
      <ul class="keys small soft">${this.lines.map((line, i) => html`<li><svg viewBox="0 0 20 6" aria-hidden="true"><path class="k${i}" d="M0 3h20" stroke-width="4"/></svg>${line.label}</li>`)}<li>${this.unit}, by class</li></ul></div>`;
  }
}

customElements.define('db-trend', Trend);
