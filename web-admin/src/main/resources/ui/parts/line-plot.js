import uPlot from 'uplot';

/** uPlot's own sheet, named by the shell; a shadow root must ask for it again. */
export const PLOT_SHEET = document.querySelector('link[href*="uPlot"]').href;

/**
 * Lines of a part over a common x, in the part's colours, at the width of its `.plot` box; drawn anew when the colour scheme
 * changes. `options()` gives `{x, y}` (uPlot scales), `labels` (of the x axis), `colours` (custom properties) and `size` (of the
 * points); `data()` the columns. The part calls `refresh` when they have changed.
 */
export class LinePlot {
  #plot = null;

  constructor(host, { height, options, data }) {
    Object.assign(this, { host, height, options, data });
    host.addController(this);
  }

  hostUpdated() {
    if (this.box) return this.refresh();
    this.box = this.host.renderRoot.querySelector('.plot');
    this.scheme = matchMedia('(prefers-color-scheme: dark)');
    this.redo = () => this.#draw();
    this.size = new ResizeObserver(() => this.#plot?.setSize({ width: this.box.clientWidth, height: this.height }));
    this.size.observe(this.box);
    this.scheme.addEventListener('change', this.redo);
    this.#draw();
  }

  hostConnected() {
    if (this.host.hasUpdated) this.host.requestUpdate();
  }

  hostDisconnected() {
    this.size?.disconnect();
    this.scheme?.removeEventListener('change', this.redo);
    this.#plot?.destroy();
    this.#plot = this.box = null;
  }

  refresh() {
    this.#plot?.setData(this.data());
  }

  #draw() {
    this.#plot?.destroy();
    const css = getComputedStyle(this.host);
    const colour = (name) => css.getPropertyValue(name).trim();
    const axis = { stroke: colour('--ink-soft'), grid: { stroke: colour('--line'), width: 1 }, ticks: { show: false }, font: `12px ${css.fontFamily}` };
    const { x, y, labels, colours, size } = this.options();
    const line = (name) => ({ stroke: colour(name), width: 2, spanGaps: true, points: { show: true, size } });
    this.#plot = new uPlot({ width: this.box.clientWidth || 300, height: this.height, legend: { show: false }, cursor: { show: false }, scales: { x: { time: false, ...x }, y },
      axes: [{ ...axis, values: (u, all) => all.map(labels), size: 28 }, { ...axis, values: (u, all) => all.map((v) => `${v}`), size: 40 }],
      series: [{}, ...colours.map(line)] }, this.data(), this.box);
  }
}
