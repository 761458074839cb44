import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from '../style/sheet.js';
import { startWords, troubleText } from '../core/series-rule.js';
import { phaseBadge } from './pop-up-phase.js';

/** Every date of a series with its state, and what is wrong with it; tells `move` ({date, start}) where another start would do. */
class SeriesDates extends LitElement {
  static properties = { it: {}, busy: { type: Boolean } };

  static styles = [sheet, css`
    li {
      display: grid;
      gap: 0.2rem;
      padding-block: 0.45rem;
      border-bottom: 1px solid var(--line);
      content-visibility: auto;
      contain-intrinsic-size: auto 3.7rem;
    }
    .row {
      justify-content: space-between;
      min-height: var(--touch);
    }
    a {
      display: inline-flex;
      align-items: center;
      min-height: var(--touch);
    }
  `];

  render() {
    return html`<ul>${repeat(this.it.dates, ({ date }) => date, (one) => this.date(one))}</ul>`;
  }

  date({ date, start, popUp, phase, trouble }) {
    const words = startWords(start);
    return html`<li><div class="row">${popUp ? html`<a href="/pop-ups/${popUp}/edit">${words}</a>` : html`<span>${words}</span>`}
      ${popUp ? phaseBadge({ phase: phase ?? 'DRAFT' }, true) : html`<span class="badge">${trouble ? 'Not made' : 'To be made'}</span>`}</div>
      ${trouble ? html`<p class="small ${trouble.code === 'changed-by-hand' ? 'soft' : 'error'}">${troubleText(trouble, start)}</p>` : nothing}
      ${trouble?.instead && !popUp ? html`<p><button aria-disabled=${this.busy ? 'true' : nothing} @click=${() => !this.busy && this.move(date, trouble.instead)} aria-label="${words}: begin at ${trouble.instead.slice(11)}">Begin at ${trouble.instead.slice(11)}</button></p>` : nothing}</li>`;
  }

  move(date, start) {
    this.dispatchEvent(new CustomEvent('move', { detail: { date, start } }));
  }
}

customElements.define('db-series-dates', SeriesDates);
