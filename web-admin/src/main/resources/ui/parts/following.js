import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { remaining } from '../core/time.js';

/** The class that follows this one, how soon it starts, and the one tap that leads there. Tells `go` ({classId}). */
class Following extends LitElement {
  static properties = { next: {}, classTime: { type: Number } };

  static styles = [sheet, css`
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0.3rem 1rem;
      align-items: center;
      padding: 0.7rem;
      border: 3px solid var(--now);
      border-radius: calc(var(--corner) * 1.5);
      overflow-wrap: anywhere;
    }
    .left {
      font-size: 2rem;
    }
    a {
      grid-column: 1 / -1;
      min-height: 3.4rem;
      font-size: 1.15rem;
    }
  `];

  render() {
    if (!this.next) return nothing;
    const { classId, title, startsAt } = this.next;
    const left = startsAt - this.classTime;
    return html`<section aria-label="What comes next"><p><span class="soft">Next class</span><br><b>${title}</b></p>
      ${left > 0 ? html`<span class="figure left" role="timer" aria-label="Time until it starts">${remaining(left)}</span>` : html`<b>Starts now</b>`}
      <a class="button now" href="/room/${classId}" @click=${(event) => this.go(event, classId)}>Go to “${title}”</a></section>`;
  }

  /** A click that asks for a tab of its own gets one. */
  go(event, classId) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('go', { detail: { classId } }));
  }
}

customElements.define('db-following', Following);
