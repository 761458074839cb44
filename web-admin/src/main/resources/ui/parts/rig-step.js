import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { MARKS } from '../core/rig-words.js';

/**
 * One step of the check: how far it is, what it found, what to do about it. `step` is
 * `{status: 'idle' | 'running' | 'done' | 'failed', progress, mark, result, advice}`; more goes into the slot.
 */
class RigStep extends LitElement {
  static properties = { heading: {}, step: {} };

  static styles = [sheet, css`
    :host {
      padding-block: 0.9rem;
      border-top: 1px solid var(--line);
    }
    :host(:first-of-type) {
      border-top: 0;
      padding-top: 0;
    }
    .stack {
      gap: 0.5rem;
    }
    p {
      overflow-wrap: anywhere;
    }
    progress {
      width: 100%;
      height: 0.6rem;
      accent-color: var(--now-text);
    }
    .READY {
      background: var(--now-soft);
    }
    .USABLE {
      background: var(--warn-soft);
      color: var(--warn-text);
    }
    .NOT_READY {
      background: var(--danger-soft);
    }
  `];

  render() {
    const { status, progress = 0, mark, result, advice = [] } = this.step;
    return html`<div class="stack"><div class="row spread"><h3>${this.heading}</h3>
        ${mark ? html`<span class="badge ${mark}">${MARKS[mark][0]}</span>` : html`<span class="small soft">${status === 'running' ? 'Checking' : 'Not checked yet'}</span>`}</div>
      ${status === 'running' ? html`<progress max="1" .value=${progress} aria-label="Progress: ${this.heading}"></progress>` : nothing}
      ${result ? html`<p>${result}.</p>` : nothing}
      ${advice.map((sentence) => html`<p class="small"><b>What to do:</b> ${sentence}</p>`)}
      <slot></slot></div>`;
  }
}

customElements.define('db-rig-step', RigStep);
