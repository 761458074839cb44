import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { contentsText, counterWords, earlierText, givenText } from '../core/counter-words.js';
import { priceText } from '../core/kind-words.js';
import { noVerdict, verdict, verdicts } from './verdict.js';

/** What became of the last code at a counter, and what can be done about it. Tells `again`, and `hand` ({units, paid, packed}) to hand over after all. */
class CounterVerdict extends LitElement {
  static properties = { scan: {}, zone: {} };

  static styles = [sheet, verdicts, css`
    .after {
      display: grid;
      gap: 0.7rem;
      margin-top: 0.7rem;
    }
    .after:empty {
      margin: 0;
    }
    .given {
      font-size: 1.5rem;
      font-weight: 700;
    }
    .after button {
      min-height: 3.4rem;
      font-size: 1.15rem;
    }
    .many {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(4.5rem, 1fr));
      gap: 0.6rem;
    }
  `];

  render() {
    if (!this.scan) return noVerdict('Scan a pickup code, or type it.');
    const { tone, words, why } = counterWords(this.scan);
    const v = this.scan.verdict;
    const parts = v && contentsText(v.contents, v.units || 1);
    return html`${verdict({ tone, words }, html`${v?.bundle ? html`<p class="given">${givenText(v)}</p>` : nothing}${parts ? html`<p>${parts}</p>` : nothing}${v?.holder ? html`<p><b>${v.holder.name}</b></p>` : nothing}
      ${v?.admitted && v.left ? html`<p>${v.left} more to collect.</p>` : nothing}${v?.due?.minor && v.reason === 'PAYMENT_DUE' ? html`<p><b>${priceText(v.due)} to pay</b></p>` : nothing}${why ? html`<p>${why}</p>` : nothing}
      ${v?.earlier ? html`<p>${earlierText(v.earlier, this.zone)}</p>` : nothing}${v?.alone ? html`<p class="small">Decided by this device alone${v.admitted ? '; kept for upload' : ''}.</p>` : nothing}`)}
    <div class="after">${this.after()}</div>`;
  }

  after() {
    const { state, verdict: v, units = 0, paid = false, packed = false } = this.scan;
    if (state === 'lost') return html`<p><button class="now" @click=${() => this.dispatchEvent(new CustomEvent('again'))}>Ask again</button></p>`;
    if (v?.reason === 'NOT_READY') return html`<p>${this.hand('It is packed: hand it over', { units, paid, packed: true })}</p>`;
    if (v?.reason === 'PAYMENT_DUE') return html`<p>${this.hand(`${v.due?.minor ? priceText(v.due) : 'It'} is paid: hand it over`, { units, paid: true, packed })}</p>`;
    if (v?.reason !== 'HOW_MANY') return nothing;
    return html`<div class="many" role="group" aria-label="How many are handed over">${Array.from({ length: Math.min(v.left, 12) }, (_, i) => this.hand(i + 1 === v.left ? `All ${v.left}` : String(i + 1), { units: i + 1, paid, packed }, i + 1 === v.left))}</div>`;
  }

  hand(text, detail, first = true) {
    return html`<button class=${first ? 'now' : ''} @click=${() => this.dispatchEvent(new CustomEvent('hand', { detail }))}>${text}</button>`;
  }
}

customElements.define('db-counter-verdict', CounterVerdict);
