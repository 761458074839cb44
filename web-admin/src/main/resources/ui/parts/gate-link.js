import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { AT_DOOR, fateText, linkText, waitingText } from '../core/gate-words.js';
import { signInPath } from './here.js';

/** Who decides now, how fresh the guest list is, and what still waits to be uploaded. Tells `again` to send once more what was not taken. */
class GateLink extends LitElement {
  static properties = { state: {}, zone: {}, names: {} };

  static styles = [sheet, css`
    :host {
      display: block;
      margin-top: 0.8rem;
    }
    .strip {
      display: flex;
      flex-wrap: wrap;
      gap: 0.3rem 0.8rem;
      align-items: center;
      padding: 0.5rem 0.9rem;
      border-radius: var(--corner);
      border-inline-start: 4px solid var(--now);
      background: var(--raised);
    }
    .cut {
      background: var(--warn-soft);
      color: var(--warn-text);
      border-color: currentColor;
    }
    .untaken {
      margin-top: 0.6rem;
    }
    b {
      font-variant-numeric: tabular-nums;
    }
  `];

  constructor() {
    super();
    this.names = AT_DOOR;
  }

  render() {
    const { cut, untold, untaken, problem } = this.state;
    return html`<div class="strip ${cut ? 'cut' : ''}"><span role="status">${linkText(this.state, this.zone, [], this.names)}</span>${untold ? html`<b>${waitingText(untold, this.names)}</b>` : nothing}</div>
      ${problem ? html`<p class="error" role="alert">${this.refused(problem)}</p>` : nothing}
      ${untaken.length ? this.untaken(untaken) : nothing}`;
  }

  refused(problem) {
    return problem.status === 401 ? html`Nobody is signed in any more, so nothing can be uploaded. <a href=${signInPath()}>Sign in again</a>; nothing is lost.` : html`The server does not take what waits here: ${problem.message}`;
  }

  untaken(scans) {
    const reasons = [...new Set(scans.map(({ fate }) => fateText(fate)))].join('; ');
    return html`<div class="untaken row"><span class="error" role="alert">${scans.length === 1 ? `1 ${this.names.one} was` : `${scans.length} ${this.names.many} were`} not taken by the server: ${reasons}.</span><button @click=${() => this.dispatchEvent(new CustomEvent('again'))}>Try again</button></div>`;
  }
}

customElements.define('db-gate-link', GateLink);
