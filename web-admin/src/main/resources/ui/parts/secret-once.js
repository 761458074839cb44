import { css, html, LitElement } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';

/** A secret on the one occasion on which it is shown. Tells `closed` when it has been put away. */
class SecretOnce extends LitElement {
  static properties = { secret: {}, said: { state: true } };

  static styles = [sheet, forms, css`
    :host {
      display: grid;
      gap: 0.6rem;
      padding: 0.9rem;
      border: 2px solid var(--now-text);
      border-radius: var(--corner);
    }
    input {
      font-family: ui-monospace, 'Liberation Mono', monospace;
    }
  `];

  render() {
    return html`<div class="field"><label for="secret">Its secret, shown this once</label>
        <input id="secret" readonly spellcheck="false" autocomplete="off" aria-describedby="secret-hint" .value=${this.secret} @focus=${({ target }) => target.select()}>
        <span class="small soft" id="secret-hint">Your shop verifies with it that a message is ours. Put it where your shop keeps its secrets.</span></div>
      <p class="row"><button class="now" @click=${this.copy}>Copy the secret</button><button @click=${this.close}>I have it</button><span class="small soft" role="status">${this.said ?? ''}</span></p>`;
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.secret);
      this.said = 'Copied.';
    } catch {
      this.renderRoot.querySelector('input').select();
      this.said = 'Copy the marked text.';
    }
  }

  close() {
    this.dispatchEvent(new CustomEvent('closed'));
  }
}

customElements.define('db-secret-once', SecretOnce);
