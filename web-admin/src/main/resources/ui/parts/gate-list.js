import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { placeClock } from '../core/place-time.js';
import { wordsOf } from './gate-verdict.js';

/** The last scans, the newest first. One of before that nobody answered can be asked for again: tells `again` with it. */
class GateList extends LitElement {
  static properties = { scans: {}, zone: {}, words: {} };

  static styles = [sheet, css`
    li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: 0.2rem 0.8rem;
      align-items: center;
      padding-block: 0.4rem;
      border-top: 1px solid var(--line);
      overflow-wrap: anywhere;
    }
    li:first-child {
      border-top: 0;
    }
  `];

  constructor() {
    super();
    this.words = wordsOf;
  }

  render() {
    if (!this.scans.length) return html`<p class="soft">None yet.</p>`;
    return html`<ul>${this.scans.map((scan, i) => html`<li><span class="small soft">${placeClock(scan.at, this.zone)}</span>
      <span><b>${this.words(scan).words}</b>${scan.verdict?.holder ? `, ${scan.verdict.holder.name}` : ''}${scan.direction === 'EXIT' ? ' (exit)' : ''}</span>${i > 0 ? this.asking(scan) : nothing}</li>`)}</ul>`;
  }

  asking(scan) {
    if (scan.state !== 'lost') return nothing;
    return html`<button @click=${() => this.dispatchEvent(new CustomEvent('again', { detail: scan }))} aria-label="Ask again: scan of ${placeClock(scan.at, this.zone)}">Ask again</button>`;
  }
}

customElements.define('db-gate-list', GateList);
