import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { remaining } from '../core/time.js';
import './board.js';

const METRICS = [['HR', 'Heart rate', 'H'], ['CADENCE', 'Cadence', 'K'], ['POWER', 'Power', 'W']];

/** The trainer's bursts of biofeedback and the bounds of adaptation. Tells `control` ({verb, body}). */
class BurstPanel extends LitElement {
  static properties = { state: {}, bio: {}, classTime: { type: Number }, live: { type: Boolean } };

  static styles = [sheet, forms, css`
    .left {
      font-size: 2rem;
    }
    label.switch {
      display: flex;
      gap: 0.5rem;
      align-items: center;
      min-height: var(--touch);
      font-weight: 400;
    }
    input[type='checkbox'] {
      width: 1.35rem;
      height: 1.35rem;
    }
    .bounds {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      align-items: end;
      gap: 0.6rem;
    }
  `];

  render() {
    const { burst, adapt, plannedBursts } = this.state ?? {};
    return html`<div class="stack"><div class="row spread"><h2 tabindex="-1">Biofeedback</h2>${burst ? html`<span class="figure left" role="timer" aria-label="Time left in the burst">${remaining(burst.to - this.classTime)}</span>` : nothing}</div>
      <div class="row" role="group" aria-label="Open a burst of 15 seconds">${METRICS.map(([metric, text, key]) => this.button(text, key, 'burst', { metric }, !burst, burst?.metric === metric))}
        ${burst ? this.button('End it', 'E', 'endBurst', {}, true) : nothing}</div>
      <label class="switch"><input type="checkbox" .checked=${plannedBursts !== false} ?disabled=${!this.live} @change=${(e) => this.tell('bursts', { planned: e.target.checked })}> Hard segments open one in their last 15 seconds</label>
      <db-board .bio=${this.bio}></db-board>
      <form @change=${this.bound} @submit=${(e) => e.preventDefault()}>
        <label class="switch"><input type="checkbox" id="on" .checked=${Boolean(adapt?.on)} ?disabled=${!this.live}> Adapt cadence and lead to each member</label>
        ${adapt?.on ? html`<div class="bounds"><div class="field"><label for="pct">Cadence, at most ± %</label><input id="pct" type="number" min="0" max="20" inputmode="numeric" .value=${String(adapt.cadencePct)}></div>
          <div class="field"><label for="lead">Earlier, at most ms</label><input id="lead" type="number" min="0" max="1000" step="50" inputmode="numeric" .value=${String(adapt.leadMs)}></div></div>` : nothing}
      </form></div>`;
  }

  button(text, key, verb, body, able, pressed = false) {
    const possible = this.live && able;
    return html`<button class=${pressed ? 'now' : ''} data-key=${key} aria-keyshortcuts=${key} aria-disabled=${possible ? nothing : 'true'} @click=${() => possible && this.tell(verb, body)}>${text} <kbd aria-hidden="true">${key}</kbd></button>`;
  }

  bound() {
    const on = this.renderRoot.querySelector('#on').checked;
    const number = (id, otherwise) => Number(this.renderRoot.querySelector(id)?.value ?? otherwise);
    this.tell('adapt', { on, cadencePct: number('#pct', 10), leadMs: number('#lead', 300) });
  }

  tell(verb, body) {
    this.dispatchEvent(new CustomEvent('control', { detail: { verb, body } }));
  }
}

customElements.define('db-burst-panel', BurstPanel);
