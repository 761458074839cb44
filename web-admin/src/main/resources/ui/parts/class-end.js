import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { KeepFocus } from './keep-focus.js';
import './confirm.js';

/** Below a console: the trainer's own switches, and the end of the class. Tells `keys` ({on}), `vibration` ({on}) and `close`. */
class ClassEnd extends LitElement {
  static properties = { keys: { type: Boolean }, vibrates: { type: Boolean }, vibration: { type: Boolean }, closable: { type: Boolean } };

  static styles = [sheet, css`
    .end {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      align-items: center;
      gap: 0.6rem;
      margin-top: 1.5rem;
    }
    label {
      display: flex;
      gap: 0.5rem;
      align-items: center;
      min-height: var(--touch);
    }
    input {
      width: 1.35rem;
      height: 1.35rem;
      accent-color: var(--ink);
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  render() {
    return html`<div class="end"><div class="row">${this.choice('Keyboard shortcuts', 'keys', this.keys)}${this.vibrates ? this.choice('Vibration', 'vibration', this.vibration) : nothing}</div>
      <button class="danger" aria-disabled=${this.closable ? nothing : 'true'} @click=${this.close}>Close the class</button></div>
      <db-confirm heading="Close the class?" action="Close the class">Everyone sees the end, and the class is over ten seconds later.</db-confirm>`;
  }

  choice(label, what, on) {
    return html`<label><input type="checkbox" .checked=${on} @change=${(event) => this.tell(what, { on: event.target.checked })}> ${label}</label>`;
  }

  async close() {
    if (this.closable && (await this.renderRoot.querySelector('db-confirm').ask())) this.tell('close');
  }

  tell(what, detail = null) {
    this.dispatchEvent(new CustomEvent(what, { detail }));
  }
}

customElements.define('db-class-end', ClassEnd);
