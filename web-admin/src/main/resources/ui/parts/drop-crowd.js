import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from '../style/sheet.js';
import { causeText, isOpen, settlementText, statusText } from '../core/drop-words.js';
import { KeepFocus } from './keep-focus.js';

/** Who has claimed what of a drop. Tells `withdraw` with a claim. */
class DropCrowd extends LitElement {
  static properties = { claims: {}, points: {}, busy: { type: Boolean } };

  static styles = [sheet, css`
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0.2rem 0.8rem;
      align-items: center;
      padding-block: 0.5rem;
      border-top: 1px solid var(--line);
      overflow-wrap: anywhere;
    }
    li:first-child {
      border-top: 0;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  render() {
    if (!this.claims.length) return html`<p class="soft">Nobody has claimed anything yet.</p>`;
    return html`<ul>${repeat(this.claims, ({ claimId }) => claimId, (it) => html`<li><span><b>${it.name}</b>, ${it.units > 1 ? `${it.units} × ` : ''}${it.bundleName}<br><span class="small soft">${[statusText(it), this.points?.find(({ point }) => point === it.point)?.name, settlementText(it), causeText(it)].filter(Boolean).join(' · ')}</span></span>
      ${isOpen(it) ? html`<button class="quiet" aria-disabled=${this.busy ? 'true' : nothing} aria-label="Take back: ${it.bundleName} of ${it.name}" @click=${() => this.busy || this.dispatchEvent(new CustomEvent('withdraw', { detail: it }))}>Take back</button>` : nothing}</li>`)}</ul>`;
  }
}

customElements.define('db-drop-crowd', DropCrowd);
