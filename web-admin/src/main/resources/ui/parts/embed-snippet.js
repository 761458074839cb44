import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { snippetOf } from '../core/message-words.js';

/** The line of HTML that puts a pop-up into another site, to be copied, and the address of the organizer's calendar. */
class EmbedSnippet extends LitElement {
  static properties = { it: {}, said: { state: true } };

  static styles = [sheet, forms, css`
    :host {
      display: grid;
      gap: 0.8rem;
    }
    textarea {
      font: 0.875rem/1.4 ui-monospace, 'Liberation Mono', monospace;
      min-height: 6.6rem;
    }
    @supports (field-sizing: content) {
      textarea {
        field-sizing: content;
        min-height: var(--touch);
      }
    }
  `];

  render() {
    return html`${this.copyable('one', 'This pop-up on your own site', snippetOf(location.origin, 'pop-up', this.it.id), 'One line of HTML: it shows what, when and how many places are left, and leads here.')}
      ${this.copyable('all', 'All your pop-ups on your own site', snippetOf(location.origin, 'organizer', this.it.organizer.id), 'The next five, always up to date.')}
      ${this.copyable('feed', 'Your calendar', `${location.origin}/api/v1/organizers/${this.it.organizer.id}/calendar.ics`, 'An address to subscribe to: moves and cancellations arrive by themselves.')}
      <p role="status" class="small">${this.said ?? nothing}</p>`;
  }

  copyable(name, label, text, hint) {
    return html`<div class="field"><label for=${name}>${label}</label>
      <textarea id=${name} readonly spellcheck="false" aria-describedby="${name}-hint" .value=${text} @focus=${({ target }) => target.select()}></textarea>
      <span class="small soft" id="${name}-hint">${hint}</span></div>
      <p><button @click=${() => this.copy(name, label, text)} aria-label="Copy: ${label}">Copy</button></p>`;
  }

  async copy(name, label, text) {
    try {
      await navigator.clipboard.writeText(text);
      this.said = `Copied: ${label}.`;
    } catch {
      this.renderRoot.getElementById(name).select();
      this.said = 'It is selected: copy it with the keyboard or the menu of your browser.';
    }
  }
}

customElements.define('db-embed-snippet', EmbedSnippet);
