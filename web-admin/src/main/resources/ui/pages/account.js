import { css, html, LitElement } from 'lit';
import { sheet } from '../style/sheet.js';
import { signInPath } from '../parts/here.js';
import '../parts/erasure.js';

/** What is stored of whoever is signed in: to take along, and to have deleted. */
class MyAccount extends LitElement {
  static properties = { account: {}, gone: { state: true } };

  static styles = [sheet, css`
    :host {
      max-width: 46rem;
    }
  `];

  connectedCallback() {
    super.connectedCallback();
    if (!this.account) location.replace(signInPath());
  }

  render() {
    if (!this.account) return html`<h1 class="unseen">Your account</h1>`;
    if (this.gone) return html`<div class="stack"><h1 tabindex="-1">Your account is deleted</h1>
      <p>You are signed out on all your devices. What was stored about you is being deleted and takes some minutes to the end; nothing is left for you to do.</p>
      <p class="row"><a class="button now" href="/">To the classes</a></p></div>`;
    return html`<div class="stack"><h1 tabindex="-1">Your account</h1>
      <p class="row spread"><span>Signed in as <b>${this.account.name}</b></span><a class="button" href="/messages">Your messages</a></p>
      <section class="stack" aria-labelledby="take"><h2 id="take">Take your data along</h2>
        <p>One file with all that is stored about you, as it is stored.</p>
        <p><a class="button" href="/api/v1/me/export" download="downbeat.json">Download my data</a></p></section>
      <db-erasure @erased=${this.erased}></db-erasure></div>`;
  }

  async erased() {
    this.gone = true;
    this.closest('db-frame').account = null;
    await this.updateComplete;
    this.renderRoot.querySelector('h1').focus();
  }
}

customElements.define('db-page-account', MyAccount);
