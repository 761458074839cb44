import { css, html, LitElement, svg } from 'lit';
import { sheet } from '../style/sheet.js';
import { countText, percent, STEPS } from '../core/reach-words.js';

/** Steps below each other, each with a bar for its share. */
class ShareRows extends LitElement {
  static properties = { steps: {} };

  static styles = [sheet, css`
    ul {
      list-style: none;
      padding: 0;
      display: grid;
      gap: 0.7rem;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0.15rem 0.8rem;
      align-items: baseline;
    }
    svg {
      grid-column: 1 / -1;
      display: block;
      width: 100%;
      height: 0.6rem;
      background: var(--line);
    }
    rect {
      fill: var(--plot-50);
    }
    strong {
      font-variant-numeric: tabular-nums;
    }
  `];

  render() {
    return html`<ul>${this.steps.map(({ step, count }) => html`<li>
      <span>${STEPS[step]}</span><span><strong>${percent(count.share)}</strong> <span class="small soft">${countText(count)}</span></span>
      <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">${svg`<rect width=${(count.share ?? 0) * 100} height="1"></rect>`}</svg></li>`)}</ul>`;
  }
}

customElements.define('db-share-rows', ShareRows);
