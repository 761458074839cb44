import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { newKey } from '../core/http.js';
import { api } from './here.js';
import './file-drop.js';
import './notice.js';

const LARGEST = 1024 * 1024;

/** Takes a workout file by drop or by picking; tells `imported` ({id, plan}) or says what is wrong with the file, line and element. */
class WorkoutDrop extends LitElement {
  static properties = { busy: { state: true }, problem: { state: true }, name: { state: true } };

  static styles = [sheet, css`
    db-notice {
      margin-top: 0.7rem;
    }
  `];

  render() {
    return html`<db-file-drop accept=".zwo,.mrc,.erg" label="Choose a workout file" .busy=${this.busy ? this.name : null} @file=${({ detail }) => this.take(detail)}>
        <p class="soft small">or drop it here: .zwo, .mrc or .erg, up to 1 MB</p></db-file-drop>
      ${this.problem ? html`<db-notice kind="error"><b>${this.name} cannot be used.</b> ${this.problem}</db-notice>` : nothing}`;
  }

  async take(file) {
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
