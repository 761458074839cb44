import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import './busy.js';

/** A place to drop a file on or to choose one; tells `file` (the File) unless it is `busy` (the name of the one being read). */
class FileDrop extends LitElement {
  static properties = { accept: {}, label: {}, busy: {}, over: { state: true } };

  static styles = [sheet, css`
    .drop {
      display: grid;
      justify-items: start;
      gap: 0.5rem;
      padding: 1.1rem;
      border: 2px dashed var(--edge);
      border-radius: calc(var(--corner) * 1.5);
    }
    .drop.over {
      border-color: var(--ink);
      background: var(--now-soft);
    }
  `];

  render() {
    return html`<div class="drop ${this.over ? 'over' : ''}" @dragover=${this.drag} @dragleave=${() => (this.over = false)} @drop=${this.drop}>
      <input class="unseen" type="file" id="file" accept=${this.accept} tabindex="-1" aria-hidden="true" @change=${this.pick}>
      <button @click=${() => !this.busy && this.renderRoot.querySelector('#file').click()} aria-disabled=${this.busy ? 'true' : nothing}>${this.label}</button>
      <slot></slot>
      ${this.busy ? html`<db-busy label="Reading ${this.busy}"></db-busy>` : nothing}</div>`;
  }

  drag(event) {
    event.preventDefault();
    this.over = true;
  }

  drop(event) {
    event.preventDefault();
    this.over = false;
    this.take(event.dataTransfer.files[0]);
  }

  pick(event) {
    this.take(event.target.files[0]);
    event.target.value = '';
  }

  take(file) {
    if (file && !this.busy) this.dispatchEvent(new CustomEvent('file', { detail: file }));
  }
}

customElements.define('db-file-drop', FileDrop);
