import { html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { api } from './here.js';
import './notice.js';

/** The files of a bundle that is somebody's: their links are signed and expire, so they are asked for when they are wanted. */
class DropDownloads extends LitElement {
  static properties = { dropId: {}, bundle: {}, files: { state: true }, problem: { state: true } };

  static styles = [sheet];

  render() {
    if (!this.files) return html`${this.problem ? html`<db-notice kind="error">${this.problem}</db-notice>` : nothing}<p><button class="now" @click=${this.load}>Show the downloads</button></p>`;
    return html`<ul class="stack">${this.files.map(({ name, url }) => html`<li><a class="button" href=${url} download>${name}</a></li>`)}</ul><p class="small soft">These links work for a while; come back here for new ones.</p>`;
  }

  async load() {
    this.problem = null;
    try {
      this.files = (await api.post(`/drops/${this.dropId}/bundles/${this.bundle}/downloads`)).downloads;
    } catch (problem) {
      this.problem = problem.message;
    }
  }
}

customElements.define('db-drop-downloads', DropDownloads);
