import { css, html, LitElement, svg } from 'lit';
import { sheet } from '../style/sheet.js';
import { bucketsOf, readHistogram } from '../core/hdr.js';
import { millis } from '../core/time.js';

const HEIGHT = 150;
const BAR = 40;

/** A histogram of times (base64 of HdrHistogram, microseconds) of `what` as bars of doubling width; the same figures as a list for who cannot see it. */
class Histogram extends LitElement {
  static properties = { data: {}, heading: {}, what: {}, bars: { state: true }, problem: { state: true } };

  static styles = [sheet, css`
    h2 {
      font-size: var(--text);
      font-stretch: 100%;
    }
    svg {
      display: block;
      width: 100%;
      height: 11rem;
    }
    rect {
      fill: var(--zone-2);
    }
    .labels {
      display: flex;
      border-top: 1px solid var(--edge);
    }
    .labels span {
      flex: 1;
      text-align: center;
      min-width: 0;
      font-size: 0.75rem;
      padding-top: 0.2rem;
    }
  `];

  willUpdate(changed) {
    if (changed.has('data') && this.data) this.read();
  }

  async read() {
    try {
      const bars = bucketsOf(await readHistogram(this.data), 1000);
      this.bars = bars.slice(Math.max(0, bars.findIndex((b) => b.count > 0) - 1));
    } catch (problem) {
      this.problem = problem.message;
    }
  }

  render() {
    if (this.problem) return html`<p class="error">${this.problem}</p>`;
    const bars = this.bars ?? [];
    if (!bars.length) return html`<h2>${this.heading}</h2><p class="soft small">Nothing was measured.</p>`;
    const most = Math.max(...bars.map((b) => b.count));
    return html`<figure class="stack"><figcaption><h2>${this.heading}</h2></figcaption>
      <div><svg viewBox="0 0 ${bars.length * BAR} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${this.heading}: ${bars.filter((b) => b.count).map((b) => `${b.count} under ${millis(b.to / 1000)}`).join(', ')}">
        ${bars.map((b, i) => {
          const height = (HEIGHT * b.count) / most;
          return svg`<rect x=${i * BAR + 2} width=${BAR - 4} y=${HEIGHT - height} height=${height}><title>${b.count} between ${millis(b.from / 1000)} and ${millis(b.to / 1000)}</title></rect>`;
        })}</svg>
      <div class="labels soft" aria-hidden="true">${bars.map((b) => html`<span>${short(b.to / 1000)}</span>`)}</div></div>
      <p class="small soft">Each bar: ${this.what ?? 'cues executed'} within the time below it, in ms unless it says s.</p></figure>`;
  }
}

function short(ms) {
  return ms >= 1000 ? `${Math.round(ms / 1000)} s` : String(ms);
}

customElements.define('db-histogram', Histogram);
