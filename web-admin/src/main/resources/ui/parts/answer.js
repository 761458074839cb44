import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';

/** A member's answer to what the trainer asked: ready, or a number of repetitions. */
class Answer extends LitElement {
  static properties = { ask: {}, session: {}, given: { state: true }, problem: { state: true } };

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
  `];

  render() {
    const ask = this.ask;
    if (!ask || ask.closed) return nothing;
    if (this.given === ask.cueId) return html`<p role="status"><b>${ask.question}</b> Answered, thank you.</p>`;
    return html`<form @submit=${this.send} aria-label="The trainer asks">
      ${ask.answer === 'REPS' ? html`<div class="field"><label for="reps">${ask.question}</label><input id="reps" type="number" inputmode="numeric" min="0" max="10000" required></div>`
        : html`<b id="question">${ask.question}</b>`}
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
      this.given = cueId;
    } catch (problem) {
      this.problem = problem.message;
    }
  }
}

customElements.define('db-answer', Answer);
