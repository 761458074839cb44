import { css, html, LitElement } from 'lit';
import { sheet } from '../style/sheet.js';
import { classTimeOf } from '../core/plan.js';
import { remaining } from '../core/time.js';

/** The next words of the plan, and in how long they come. */
class Coming extends LitElement {
  static properties = { next: {}, anchor: {}, classTime: { type: Number } };

  static styles = [sheet, css`
    p {
      font-size: 1.15rem;
      display: flex;
      justify-content: space-between;
      align-items: baseline;
      gap: 1rem;
    }
    p > span:first-child {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      overflow: hidden;
      line-height: 1.25;
    }
  `];

  render() {
    if (!this.next) return html`<p class="soft"><span>No more words ahead</span></p>`;
    const at = classTimeOf(this.anchor, this.next.planAt);
    return html`<p><span><span class="soft">Next:</span> ${this.next.text}</span><span class="figure soft">${at === null ? '' : remaining(at - this.classTime)}</span></p>`;
  }
}

customElements.define('db-coming', Coming);
