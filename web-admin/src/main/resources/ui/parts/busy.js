import { css, html, LitElement } from 'lit';
import { sheet } from '../style/sheet.js';

/** Says that something takes a while: four beats, and words for who cannot see them. Shown after 300 ms only. */
class Busy extends LitElement {
  static properties = { label: {} };

  static styles = [sheet, css`
    p {
      display: flex;
      align-items: center;
      gap: 0.8rem;
      min-height: var(--touch);
      color: var(--ink-soft);
      animation: appear 1ms 300ms both;
    }
    span {
      display: inline-flex;
      gap: 0.3rem;
    }
    i {
      width: 0.5rem;
      height: 0.5rem;
      border-radius: 50%;
      background: var(--edge);
      animation: beat 1.2s infinite;
    }
    i:nth-child(2) { animation-delay: 0.3s; }
    i:nth-child(3) { animation-delay: 0.6s; }
    i:nth-child(4) { animation-delay: 0.9s; }
    @keyframes beat {
      0% { background: var(--now); transform: translateY(2px); }
      25%, 100% { background: var(--edge); }
    }
    @keyframes appear {
      from { opacity: 0; }
    }
    @media (prefers-reduced-motion: reduce) {
      i { animation: none; }
    }
  `];

  render() {
    return html`<p role="status"><span aria-hidden="true"><i></i><i></i><i></i><i></i></span>${this.label}</p>`;
  }
}

customElements.define('db-busy', Busy);
