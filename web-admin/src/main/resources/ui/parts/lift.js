import { css, html, LitElement, nothing, svg } from 'lit';
import { sheet } from '../style/sheet.js';
import { countText, percent, verdictText } from '../core/reach-words.js';

/** What was changed: those who may be told beside the tenth of all members who may not, with the interval the difference lies in. */
class Lift extends LitElement {
  static properties = { it: {} };

  static styles = [sheet, css`
    svg {
      display: block;
      width: 100%;
      height: 2.4rem;
    }
    .zero {
      stroke: var(--ink-soft);
    }
    .interval {
      stroke: var(--plot-50);
      stroke-width: 6;
    }
    .point {
      stroke: var(--ink);
      stroke-width: 3;
    }
    .ends {
      display: flex;
      justify-content: space-between;
    }
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
      gap: 0.8rem;
    }
    dt {
      font-size: var(--small);
      font-weight: 600;
      color: var(--ink-soft);
    }
  `];

  render() {
    const { it } = this;
    return html`<div class="stack"><p>${verdictText(it)}</p>
      ${it.low === null ? nothing : html`${this.plot()}<dl>${this.group('May be told', it.open)}${this.group('Held out', it.heldOut)}</dl>`}</div>`;
  }

  group(words, count) {
    return html`<div><dt>${words}</dt><dd><strong>${percent(count.share)}</strong> <span class="small soft">${countText(count)}</span></dd></div>`;
  }

  /** The middle is no difference. */
  plot() {
    const { low, high, difference } = this.it;
    const far = Math.max(0.02, Math.abs(low), Math.abs(high));
    const x = (value) => 50 + (value / far) * 48;
    const line = (kind, from, to, top, bottom) => svg`<line class=${kind} x1=${from} x2=${to} y1=${top} y2=${bottom} vector-effect="non-scaling-stroke"></line>`;
    return html`<div><svg viewBox="0 0 100 24" preserveAspectRatio="none" aria-hidden="true">
      ${line('zero', 50, 50, 0, 24)}${line('interval', x(low), x(high), 12, 12)}${line('point', x(difference), x(difference), 4, 20)}</svg>
      <p class="ends small soft" aria-hidden="true"><span>fewer came</span><span>no difference</span><span>more came</span></p></div>`;
  }
}

customElements.define('db-lift', Lift);
