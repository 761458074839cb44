import { css, html, LitElement } from 'lit';
import { sheet } from '../style/sheet.js';

/** Asks before something that cannot be taken back. `ask()` resolves with true or false. */
class Confirm extends LitElement {
  static properties = { heading: {}, action: {} };

  static styles = [sheet, css`
    dialog {
      width: min(30rem, calc(100vw - 2rem));
      padding: 1.4rem;
      border: 1px solid var(--edge);
      border-radius: calc(var(--corner) * 2);
      background: var(--raised);
      color: var(--ink);
    }
    dialog::backdrop {
      background: var(--shade);
    }
    .row {
      justify-content: flex-end;
      margin-top: 1.2rem;
    }
    p {
      margin-top: 0.6rem;
    }
  `];

  ask() {
    const dialog = this.renderRoot.querySelector('dialog');
    dialog.returnValue = '';
    dialog.showModal();
    return new Promise((resolve) => dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true }));
  }

  render() {
    return html`<dialog aria-labelledby="heading">
      <h2 id="heading">${this.heading}</h2>
      <p><slot></slot></p>
      <div class="row">
        <button autofocus @click=${() => this.close('no')}>Keep it</button>
        <button class="danger" @click=${() => this.close('yes')}>${this.action}</button>
      </div>
    </dialog>`;
  }

  close(answer) {
    this.renderRoot.querySelector('dialog').close(answer);
  }
}

customElements.define('db-confirm', Confirm);
