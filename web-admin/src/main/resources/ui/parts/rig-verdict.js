import { css, html, LitElement } from 'lit';
import { sheet } from '../style/sheet.js';
import { MARKS } from '../core/rig-words.js';
import { startText } from '../core/time.js';
import './notice.js';

/** The verdict on record: the server's, with a reason for each limit that is missed. */
class RigVerdict extends LitElement {
  static properties = { verdict: {} };

  static styles = [sheet, css`
    li::before {
      content: '– ';
    }
  `];

  render() {
    const { verdict, at, number, findings } = this.verdict;
    const reasons = findings.flatMap((finding) => finding.reasons);
    return html`<db-notice kind=${MARKS[verdict][1]}><div class="stack"><h2>${MARKS[verdict][0]}</h2>
      ${reasons.length ? html`<ul>${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>` : html`<p>Everything is within its limits.</p>`}
      <p class="small">On record as number ${number}, ${startText(at)}.</p></div></db-notice>`;
  }
}

customElements.define('db-rig-verdict', RigVerdict);
