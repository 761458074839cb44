import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { millis } from '../core/time.js';
import { LinePlot, PLOT_SHEET } from './line-plot.js';

/** How long a live cue takes from the server to being executed: the bound that needs no clocks, beside the estimate that does. */
class Latency extends LitElement {
  static properties = { gauge: {} };

  static styles = [sheet, css`
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(5.2rem, 1fr));
      gap: 0.7rem;
    }
    dt {
      font-size: var(--small);
      color: var(--ink-soft);
      font-weight: 600;
    }
    dd {
      font-size: 1.7rem;
      white-space: nowrap;
    }
    dd small {
      display: block;
      margin-top: 0.3rem;
      font-size: var(--small);
      font-stretch: 100%;
      font-weight: 400;
      color: var(--ink-soft);
    }
    @media (min-width: 64rem) {
      .halves {
        display: grid;
        grid-template-columns: minmax(0, 5fr) minmax(0, 7fr);
        gap: 1rem 2.5rem;
      }
    }
    .plot {
      height: 150px;
      min-width: 0;
    }
    .keys {
      display: flex;
      flex-wrap: wrap;
      gap: 0.2rem 1rem;
    }
    .keys i {
      display: inline-block;
      width: 1.2rem;
      height: 3px;
      vertical-align: middle;
      margin-inline-end: 0.35rem;
    }
    .k50 { background: var(--plot-50); }
    .k95 { background: var(--plot-95); }
    .k99 { background: var(--plot-99); }
    summary {
      cursor: pointer;
      font-weight: 600;
      min-height: var(--touch);
      align-content: center;
    }
  `];

  constructor() {
    super();
    new LinePlot(this, { height: 150, data: () => dataOf(this.gauge?.series), options: () => ({
      y: { range: (u, low, high) => [0, Math.max(50, (high ?? 0) * 1.15)] },
      labels: (v) => (v === 0 ? 'now' : `${v} s`), colours: ['--plot-50', '--plot-95', '--plot-99'], size: 4 }) });
  }

  render() {
    const g = this.gauge;
    const measured = (q, p) => millis(q?.count === 0 ? null : q?.[p]);
    const one = (p) => html`<div><dt>${p}</dt><dd class="figure">${measured(g?.cue?.upper, p)}<small>est. ${measured(g?.cue?.estimate, p)}</small></dd></div>`;
    return html`<link rel="stylesheet" href=${PLOT_SHEET}><div class="stack"><h2>Cue to action</h2>
      <div class="halves"><div class="stack"><dl>${one('p50')}${one('p95')}${one('p99')}<div><dt>skew p95</dt><dd class="figure">${measured(g?.skew, 'p95')}<small>max ${measured(g?.skew, 'max')}</small></dd></div></dl>
      <p class="small soft">${g?.cue?.sent ?? 0} cues sent, ${g?.cue?.acked ?? 0} confirmed by devices, <b>${g?.cue?.unacked ?? 0} unanswered</b>. Links: round trip p95 ${measured(g?.link?.rtt, 'p95')}, jitter p95 ${measured(g?.link?.jitter, 'p95')}.</p></div>
      <div class="stack"><div class="plot" role="img" aria-label="Upper bound of the last minute: p50 ${millis(g?.cue?.upper?.p50)}, p95 ${millis(g?.cue?.upper?.p95)}, p99 ${millis(g?.cue?.upper?.p99)}"></div>
      <p class="keys small soft"><span><i class="k50"></i>p50</span><span><i class="k95"></i>p95</span><span><i class="k99"></i>p99</span><span>ms, upper bound, last minute</span></p></div></div>
      <details><summary>What do these numbers say?</summary><p class="small">The large figure is an upper bound: from sending a cue to hearing back that a device executed it, less what the device held. It needs no synchronised clocks, so it cannot flatter.
        “est.” uses class time on the device and is right within ± ${millis(g?.cue?.bound)}. A cue nobody confirmed counts as infinite. Skew is how far planned cues were from their instant.</p></details></div>`;
  }
}

/** uPlot's columns; a point may be an object or a triple. A second without a cue measured nothing: that is no point, not zero. */
function dataOf(series = []) {
  const at = (point, key, i) => (Array.isArray(point) ? point[i] : point?.[key]) || null;
  return [series.map((_, i) => i - series.length + 1), ...['p50', 'p95', 'p99'].map((key, i) => series.map((point) => at(point, key, i)))];
}

customElements.define('db-latency', Latency);
