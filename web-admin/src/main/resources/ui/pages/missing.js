import { html, LitElement } from 'lit';
import { sheet } from '../style/sheet.js';

class Missing extends LitElement {
  static styles = [sheet];

  render() {
    return html`<div class="stack"><h1>There is nothing here</h1><p>The address may be mistyped, or the class is gone.</p><p><a class="button" href="/">All classes</a></p></div>`;
  }
}

customElements.define('db-page-missing', Missing);
