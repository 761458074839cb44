import { css, html, LitElement } from 'lit';
import uPlot from 'uplot';
import { sheet } from '../style/sheet.js';

const SHEET = document.querySelector('link[href*="uPlot"]').href;
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

  firstUpdated() {
    const box = this.renderRoot.querySelector('.plot');
    this.scheme = matchMedia('(prefers-color-scheme: dark)');
    this.redo = () => this.draw(box);
    this.size = new ResizeObserver(() => this.plot?.setSize({ width: box.clientWidth, height: HEIGHT }));
    this.size.observe(box);
    this.scheme.addEventListener('change', this.redo);
    this.draw(box);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.size?.disconnect();
    this.scheme?.removeEventListener('change', this.redo);
    this.plot?.destroy();
  }

  draw(box) {
    this.plot?.destroy();
    const css = getComputedStyle(this);
    const colour = (name) => css.getPropertyValue(name).trim();
    const axis = { stroke: colour('--ink-soft'), grid: { stroke: colour('--line'), width: 1 }, ticks: { show: false }, font: `12px ${css.fontFamily}` };
    const top = this.unit === '%' ? 100 : null;
    const series = this.lines.map((line) => ({ stroke: colour(line.colour), width: 2, spanGaps: true, points: { show: true, size: 6 } }));
    this.plot = new uPlot({ width: box.clientWidth || 300, height: HEIGHT, legend: { show: false }, cursor: { show: false }, scales: { x: { time: false, range: (u, low, high) => [low - 0.5, high + 0.5] }, y: { range: (u, low, high) => [0, top ?? Math.max(50, (high ?? 0) * 1.15)] } },
      axes: [{ ...axis, values: (u, all) => all.map((v) => (Number.isInteger(v) && v >= 1 && v <= this.names.length ? `${v}` : '')), size: 28 }, { ...axis, values: (u, all) => all.map((v) => `${v}`), size: 40 }],
      series: [{}, ...series] }, [this.names.map((_, i) => i + 1), ...this.lines.map((line) => line.values)], box);
  }

  render() {
    return html`<link rel="stylesheet" href=${SHEET}><div class="stack"><h2 tabindex="-1">${this.heading}</h2>
      <div class="plot" role="img" aria-label="${this.heading} over ${this.names.length} classes; the table below has the numbers"></div>
      <ul class="keys small soft">${this.lines.map((line, i) => html`<li><svg viewBox="0 0 20 6" aria-hidden="true"><path class="k${i}" d="M0 3h20" stroke-width="4"/></svg>${line.label}</li>`)}<li>${this.unit}, by class</li></ul></div>`;
  }
}

customElements.define('db-trend', Trend);
