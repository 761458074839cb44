import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { api } from './here.js';
import './notice.js';

/** Whether it may be noted which pop-ups were shown to the member: asked where they are shown, off until they say so. */
class FiguresConsent extends LitElement {
  static properties = { profile: { state: true }, problem: { state: true }, busy: { state: true } };

  static styles = [sheet, forms, css`
    summary {
      cursor: pointer;
      min-height: var(--touch);
      align-content: center;
    }
  `];

  async load() {
    this.problem = null;
    try {
      this.profile = await api.get('/me');
    } catch (problem) {
      this.problem = problem.message;
    }
  }

  async change({ target }) {
    const figures = target.checked;
    this.busy = true;
    this.problem = null;
    try {
      this.profile = await api.put('/me', { name: this.profile.name, consents: { figures } }, '*');
    } catch (problem) {
      this.problem = problem.message;
      target.checked = !figures;
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`<details @toggle=${(e) => e.target.open && !this.profile && this.load()}><summary>Help organizers learn whether this list works</summary><div class="stack">
      ${this.problem ? html`<db-notice kind="error">${this.problem} ${this.profile ? nothing : html`<button @click=${this.load}>Try again</button>`}</db-notice>` : nothing}
      ${this.profile ? html`<label class="tick"><input type="checkbox" .checked=${this.profile.consents.figures} ?disabled=${this.busy} @change=${this.change}> Note which pop-ups I was shown here</label>` : this.problem ? nothing : html`<p role="status">One moment</p>`}
      <p class="small soft">Organizers then read how many of those who were shown a pop-up came to it: never who, and nothing of fewer than ten people. Where you look is not noted. Switched off, what was noted is deleted.</p></div></details>`;
  }
}

customElements.define('db-figures-consent', FiguresConsent);
