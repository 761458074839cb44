import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { newKey } from '../core/http.js';
import { api } from './here.js';
import './busy.js';
import './notice.js';

const LARGEST = 1024 * 1024;

/** Takes a workout file by drop or by picking; tells `imported` ({id, plan}) or says what is wrong with the file, line and element. */
class WorkoutDrop extends LitElement {
  static properties = { busy: { state: true }, problem: { state: true }, name: { state: true }, over: { state: true } };

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
    db-notice {
      margin-top: 0.7rem;
    }
  `];

  render() {
    return html`<div class="drop ${this.over ? 'over' : ''}" @dragover=${this.drag} @dragleave=${() => (this.over = false)} @drop=${this.drop}>
        <input class="unseen" type="file" id="file" accept=".zwo,.mrc,.erg" tabindex="-1" aria-hidden="true" @change=${this.pick}>
        <button @click=${() => !this.busy && this.renderRoot.querySelector('#file').click()} aria-disabled=${this.busy ? 'true' : nothing}>Choose a workout file</button>
        <p class="soft small">or drop it here: .zwo, .mrc or .erg, up to 1 MB</p>
        ${this.busy ? html`<db-busy label="Reading ${this.name}"></db-busy>` : nothing}
      </div>
      ${this.problem ? html`<db-notice kind="error"><b>${this.name} cannot be used.</b> ${this.problem}</db-notice>` : nothing}`;
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

  async take(file) {
    if (!file || this.busy) return;
    this.name = file.name;
    this.problem = wrongAtSight(file);
    if (this.problem) return;
    this.busy = true;
    try {
      const imported = await api.upload(`/cue-plans?name=${encodeURIComponent(file.name)}`, file, { key: newKey() });
      this.dispatchEvent(new CustomEvent('imported', { detail: imported }));
    } catch (problem) {
      this.problem = problem.message;
    } finally {
      this.busy = false;
    }
  }
}

function wrongAtSight({ name, size }) {
  if (!/\.(zwo|mrc|erg)$/i.test(name)) return 'Workout files end in .zwo, .mrc or .erg.';
  if (size > LARGEST) return `It has ${(size / LARGEST).toFixed(1)} MB; a workout file has less than 1 MB.`;
  return size === 0 ? 'The file is empty.' : null;
}

customElements.define('db-workout-drop', WorkoutDrop);
