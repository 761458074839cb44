import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { BRINGS, plainly, RUNGS } from '../core/rungs.js';
import { keepPin } from './saver.js';

/** What the link carries besides cues, and what is adapted to this member, each with its reason; and the switch that saves data. */
class Link extends LitElement {
  static properties = { session: {}, rung: {}, adapt: {}, saves: { state: true } };

  static styles = [sheet, css`
    div {
      display: grid;
      gap: 0.2rem;
    }
    label {
      display: flex;
      gap: 0.5rem;
      align-items: center;
      min-height: var(--touch);
      font-weight: 600;
    }
    input {
      width: 1.35rem;
      height: 1.35rem;
      margin: 0;
      accent-color: var(--ink);
    }
  `];

  render() {
    return html`<div>${this.carried()}${this.adapted()}
      <label><input type="checkbox" role="switch" .checked=${Boolean(this.session?.pinned)} @change=${this.choose}> Save data: cues and sound only</label></div>`;
  }

  carried() {
    const { rung, why } = this.rung ?? {};
    if (!rung || rung === 'FULL') return nothing;
    return html`<p class="small soft">Link: <b>${RUNGS[rung]}</b>, ${BRINGS[rung]}${why ? `, since ${plainly(why)}` : ''}. Cues and sound are not affected.</p>`;
  }

  adapted() {
    const { on, cadencePct, leadMs, why } = this.adapt ?? {};
    if (!on || !(cadencePct || leadMs)) return nothing;
    const parts = [...(cadencePct ? [`cadence ${cadencePct > 0 ? '+' : '−'}${Math.abs(cadencePct)} %`] : []), ...(leadMs ? [`cues ${leadMs} ms earlier`] : [])];
    return html`<p class="small soft">For you: ${parts.join(', ')}${why ? ` (${why})` : ''}</p>`;
  }

  choose(event) {
    this.session.pin(keepPin(event.target.checked));
    this.requestUpdate();
  }
}

customElements.define('db-link', Link);
