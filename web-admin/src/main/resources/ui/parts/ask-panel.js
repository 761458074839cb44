import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { KeepFocus } from './keep-focus.js';

/** The trainer's questions: who is ready, how many repetitions; shows who has not answered. Tells `ask` and `end-ask`. */
class AskPanel extends LitElement {
  static properties = { asks: {}, open: {}, live: { type: Boolean } };

  static styles = [sheet, forms, css`
    .count {
      font-size: 2.6rem;
    }
    meter,
    progress {
      width: 100%;
      height: 0.8rem;
      accent-color: var(--now-text);
    }
    .names {
      display: flex;
      flex-wrap: wrap;
      gap: 0.35rem;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  render() {
    return html`<div class="stack"><h2 tabindex="-1">Ask the class</h2>
      <div class="row">${this.button('Ready?', 'READY', 'R')}${this.button('How many reps?', 'REPS', 'X')}</div>
      ${this.open ? this.answers() : html`<p class="soft small">Nothing is being asked.</p>`}</div>`;
  }

  button(question, answer, key) {
    const tell = () => this.live && this.dispatchEvent(new CustomEvent('ask', { detail: { question, answer } }));
    return html`<button data-key=${key} aria-keyshortcuts=${key} aria-disabled=${this.live ? nothing : 'true'} @click=${tell}>${question} <kbd aria-hidden="true">${key}</kbd></button>`;
  }

  answers() {
    const a = this.asks?.cueId === this.open.cueId ? this.asks : { confirmed: 0, of: 0, missing: [], answers: [] };
    const given = (a.answers ?? []).filter((x) => x.value !== null && x.value !== undefined);
    return html`<div class="stack"><p><b>${this.open.question}</b></p>
      <p><span class="figure count">${a.confirmed}</span> of ${a.of} answered</p>
      <progress max=${Math.max(1, a.of)} value=${a.confirmed} aria-label="Answered"></progress>
      ${a.missing?.length ? html`<div><h3 id="missing">Not yet</h3><ul class="names" aria-labelledby="missing">${a.missing.map((m) => html`<li class="badge">${m.name}</li>`)}</ul></div>`
        : a.of ? html`<p role="status"><b>Everybody has answered.</b></p>` : nothing}
      ${given.length ? html`<p class="small soft">${given.reduce((sum, x) => sum + x.value, 0)} reps in all, ${Math.round(given.reduce((sum, x) => sum + x.value, 0) / given.length)} on average</p>` : nothing}
      <button @click=${() => this.dispatchEvent(new CustomEvent('end-ask', { detail: { cueId: this.open.cueId } }))}>Close the question</button></div>`;
  }
}

customElements.define('db-ask-panel', AskPanel);
