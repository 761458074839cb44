import { css, html, LitElement } from 'lit';
import { sheet } from '../style/sheet.js';
import { leftText, phaseText } from '../core/drop-words.js';

/** What members see of the drops of this class, for the trainer who looks up for a moment. */
class DropWatched extends LitElement {
  static properties = { drops: {} };

  static styles = [sheet, css`
    li {
      display: flex;
      justify-content: space-between;
      gap: 1rem;
      padding-block: 0.25rem;
      overflow-wrap: anywhere;
    }
    li b {
      white-space: nowrap;
    }
    .link {
      display: inline-flex;
      align-items: center;
      min-height: var(--touch);
    }
  `];

  render() {
    return html`<div class="stack"><h2>What members can claim</h2>${this.drops.map((drop) => html`<div>
      <p class="row spread"><a class="link" href="/drops/${drop.dropId}/edit">${drop.title}</a><span class="badge ${drop.phase === 'OPEN' ? 'live' : ''}">${phaseText(drop.phase)}</span></p>
      <ul>${drop.bundles.map(({ name, left }) => html`<li><span>${name}</span><b>${leftText(left)}</b></li>`)}</ul>
      ${drop.inLine ? html`<p class="small soft">${drop.inLine} in the waiting room</p>` : ''}</div>`)}</div>`;
  }
}

customElements.define('db-drop-watched', DropWatched);
