import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { earlierText, openWords, verdictWords } from '../core/gate-words.js';
import { priceText } from '../core/kind-words.js';
import { field, valuesOf } from './field.js';
import { noVerdict, verdict, verdicts } from './verdict.js';

/** The words of a scan, whatever became of it. */
export function wordsOf(scan) {
  if (scan.state === 'answered') return verdictWords({ ...scan.verdict, direction: scan.direction });
  return scan.state === 'refused' ? { tone: 'unsure', words: 'Not checked', why: scan.problem.message } : openWords(scan.state);
}

/** What became of the last scan, for who glances at it from an arm's length: colour, mark and words say the same. Tells `again`, `paid` and `override` ({why}). */
class GateVerdict extends LitElement {
  static properties = { scan: {}, zone: {}, kinds: {}, problem: {}, supervisor: {} };

  static styles = [sheet, forms, verdicts, css`
    .after {
      display: grid;
      gap: 0.7rem;
      margin-top: 0.7rem;
    }
    .after:empty {
      margin: 0;
    }
    summary {
      cursor: pointer;
      font-weight: 600;
      min-height: var(--touch);
      align-content: center;
    }
  `];

  render() {
    if (!this.scan) return noVerdict('Scan a pass, or type its code.');
    const { tone, words, why } = wordsOf(this.scan);
    const { holder, kind, due, earlier, alone } = this.scan.verdict ?? {};
    const who = [holder?.name, this.kinds?.find(({ id }) => id === kind)?.name ?? kind].filter(Boolean).join(' · ');
    const before = earlierText(earlier, this.zone);
    return html`${verdict({ tone, words }, html`${who ? html`<p><b>${who}</b></p>` : nothing}${due ? html`<p><b>${priceText(due)} to pay</b></p>` : nothing}${why ? html`<p>${why}</p>` : nothing}${before ? html`<p>${before}</p>` : nothing}${alone ? html`<p class="small">Decided by this device alone; kept for upload.</p>` : nothing}`)}
    <div class="after">${this.after()}</div>`;
  }

  after() {
    const { state, verdict } = this.scan;
    const problem = this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing;
    if (state === 'lost') return html`<p><button class="now" @click=${() => this.tell('again')}>Ask again</button></p>${problem}`;
    if (verdict?.admitted && verdict.due) return html`<p><button @click=${() => this.tell('paid')}>${priceText(verdict.due)} is paid</button></p>${problem}`;
    if (!verdict || verdict.admitted || !verdict.canBeOverridden || !this.supervisor) return problem;
    return html`<details><summary>Let through anyway</summary><form novalidate @submit=${this.override}>
      ${field({ name: 'why', label: 'Why', maxlength: 280, hint: 'It goes on record.', autocomplete: 'off' })}<p><button class="danger">Let through</button></p></form></details>${problem}`;
  }

  override(event) {
    event.preventDefault();
    const { why } = valuesOf(event.target);
    if (why) this.tell('override', { why });
    else this.renderRoot.querySelector('#why').focus();
  }

  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

customElements.define('db-gate-verdict', GateVerdict);
