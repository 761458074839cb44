import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { hasAnswered, keepAnswer } from '../core/memory.js';
import { KeepFocus } from './keep-focus.js';

/** A member's answer to what the trainer asked: ready, or a number of repetitions. An answered question stays answered when the page is loaded again. */
class Answer extends LitElement {
  static properties = { ask: {}, member: {}, session: {}, problem: { state: true } };

  static styles = [sheet, forms, css`
    form {
      grid-template-columns: minmax(0, 1fr) auto;
      padding: 0.7rem;
      border: 3px solid var(--now);
      border-radius: calc(var(--corner) * 1.5);
      align-items: end;
      gap: 0.6rem;
    }
    .now {
      min-height: 3.2rem;
      font-size: 1.15rem;
    }
    b {
      font-size: 1.3rem;
      align-self: center;
    }
    .error {
      grid-column: 1 / -1;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  render() {
    const ask = this.ask && !this.ask.closed ? this.ask : null;
    const answered = ask && hasAnswered(localStorage, this.member, ask.cueId);
    return html`<p class="unseen" role="status">${ask && !answered ? `The trainer asks: ${ask.question}` : ''}</p>
      ${!ask ? nothing : answered ? html`<p role="status" tabindex="-1"><b>${ask.question}</b> Answered, thank you.</p>` : this.question(ask)}`;
  }

  question(ask) {
    return html`<form @submit=${this.send} aria-label="The trainer asks">
      ${ask.answer === 'REPS' ? html`<div class="field"><label for="reps">${ask.question}</label><input id="reps" type="number" inputmode="numeric" min="0" max="10000" required></div>`
        : html`<b>${ask.question}</b>`}
      <button class="now">${ask.answer === 'REPS' ? 'Send' : "I'm ready"}</button>
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
    </form>`;
  }

  async send(event) {
    event.preventDefault();
    const { cueId, answer } = this.ask;
    const reps = this.renderRoot.querySelector('#reps')?.value;
    this.problem = null;
    try {
      await this.session.command('confirm', { cueId, ...(answer === 'REPS' ? { value: Number(reps) } : {}) });
      keepAnswer(localStorage, this.member, cueId);
      this.requestUpdate();
    } catch (problem) {
      this.problem = problem.message;
    }
  }
}

customElements.define('db-answer', Answer);
