import { css, html, LitElement } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from '../style/sheet.js';
import { elapsed } from '../core/time.js';
import { KeepFocus } from './keep-focus.js';

/** Raised hands in the order they went up; tells `lower` ({member}). */
class HandList extends LitElement {
  static properties = { hands: {}, classTime: { type: Number } };

  static styles = [sheet, css`
    li {
      display: grid;
      grid-template-columns: 1.6em minmax(0, 1fr) auto auto;
      gap: 0.6rem;
      align-items: center;
      padding-block: 0.25rem;
      border-top: 1px solid var(--line);
    }
    li span:nth-child(2) {
      overflow: hidden;
      text-overflow: ellipsis;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  render() {
    const hands = this.hands ?? [];
    return html`<div class="stack"><h2 tabindex="-1">Hands${hands.length ? ` (${hands.length})` : ''}</h2>
      ${hands.length ? html`<ol>${repeat(hands, (h) => h.member, (h, i) => html`<li><b class="figure">${i + 1}</b><span>${h.name}</span><span class="small soft">${elapsed(this.classTime - h.at)}</span>
        <button aria-label="Lower the hand of ${h.name}" @click=${() => this.dispatchEvent(new CustomEvent('lower', { detail: { member: h.member } }))}>Lower</button></li>`)}</ol>`
        : html`<p class="soft small">No hand is up.</p>`}</div>`;
  }
}

customElements.define('db-hand-list', HandList);
