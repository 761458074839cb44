import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';

/** A link to be handed on: to be copied, and shared where the device has a way to. */
class LinkToShare extends LitElement {
  static properties = { url: {}, label: {}, words: {}, said: { state: true } };

  static styles = [sheet, forms, css`
    :host {
      display: grid;
      gap: 0.6rem;
    }
  `];

  render() {
    return html`<div class="field"><label for="url">${this.label}</label><input id="url" readonly .value=${this.url} @focus=${(e) => e.target.select()}></div>
      <p class="row"><button @click=${this.copy}>Copy the link</button>${navigator.share ? html`<button @click=${this.share}>Share</button>` : nothing}
        <span class="small soft" role="status">${this.said ?? ''}</span></p>`;
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.url);
      this.said = 'Copied.';
    } catch {
      this.renderRoot.querySelector('input').select();
      this.said = 'Copy the marked text.';
    }
  }

  /** Whoever changes their mind has shared nothing, and that is no problem. */
  share() {
    navigator.share({ text: this.words, url: this.url }).catch(() => {});
  }
}

customElements.define('db-link-to-share', LinkToShare);
