import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { elapsed } from '../core/time.js';
import { api } from './here.js';
import { KeepFocus } from './keep-focus.js';
import { upload } from './upload.js';
import './busy.js';
import './confirm.js';
import './notice.js';

const LARGEST = 8 * 1024 * 1024;
/** What a file is, by how its name ends: browsers do not agree on media types. */
const KINDS = {
  mp3: ['MUSIC', 'audio/mpeg'], ogg: ['MUSIC', 'audio/ogg'], m4a: ['MUSIC', 'audio/mp4'], wav: ['MUSIC', 'audio/wav'],
  png: ['OVERLAY', 'image/png'], jpg: ['OVERLAY', 'image/jpeg'], jpeg: ['OVERLAY', 'image/jpeg'], webp: ['OVERLAY', 'image/webp'], json: ['REPS', 'application/json'],
};
const NAMES = { MUSIC: 'Music', OVERLAY: 'Picture', REPS: 'Rep model' };

/** What a class brings besides its plan: the trainer adds, looks at, listens to and removes it. */
class AssetPanel extends LitElement {
  static properties = { classId: {}, rev: {}, list: { state: true }, busy: { state: true }, share: { state: true }, problem: { state: true }, leaving: { state: true }, open: { state: true } };

  static styles = [sheet, forms, css`
    ul {
      display: grid;
      gap: 0.5rem;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0.3rem 1rem;
      align-items: center;
      border-top: 1px solid var(--line);
      padding-top: 0.5rem;
    }
    .name {
      flex: 1 1 12rem;
      overflow-wrap: anywhere;
      font-weight: 600;
    }
    img,
    audio {
      flex-basis: 100%;
      max-width: 100%;
      max-height: 12rem;
      object-fit: contain;
      object-position: left;
    }
    progress {
      width: 100%;
      accent-color: var(--ink);
    }
    .add {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1rem;
      align-items: end;
    }
    .add .field {
      width: 9rem;
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  willUpdate(changed) {
    if (changed.has('classId') || (changed.has('rev') && this.rev !== this.list?.rev)) this.load();
  }

  async load() {
    try {
      this.list = await api.get(`/classes/${this.classId}/assets`);
    } catch (problem) {
      this.problem = problem.message;
    }
  }

  render() {
    return html`<div class="stack"><h2>Music and pictures</h2>
      <p class="soft small">Devices fetch them ahead and play or show them at their place in the plan, also without a network: music (mp3, ogg, m4a, wav), pictures (png, jpg, webp), rep models (json), up to 8 MB each.</p>
      <div class="add"><div class="field"><label for="from">Begins at (min:s)</label><input id="from" inputmode="numeric" placeholder="0:00" autocomplete="off"></div>
        <input class="unseen" type="file" id="file" accept=".mp3,.ogg,.m4a,.wav,.png,.jpg,.jpeg,.webp,.json" tabindex="-1" aria-hidden="true" @change=${this.pick}>
        <button @click=${() => !this.busy && this.renderRoot.querySelector('#file').click()} aria-disabled=${this.busy ? 'true' : nothing}>Add a file</button></div>
      ${this.busy ? html`<div><label for="share">Sending ${this.busy}</label><progress id="share" max="1" .value=${this.share}></progress></div>` : nothing}
      ${this.problem ? html`<db-notice kind="error">${this.problem}</db-notice>` : nothing}
      ${this.list ? this.all(this.list.assets) : this.problem ? nothing : html`<db-busy label="Loading the files"></db-busy>`}
      <db-confirm heading="Remove it?" action="Remove">${this.leaving ? `“${this.leaving.name}” goes from this class and from the devices in it.` : ''}</db-confirm></div>`;
  }

  all(assets) {
    if (assets.length === 0) return html`<p class="soft">Nothing yet.</p>`;
    return html`<ul>${assets.map((asset) => html`<li><span class="name">${asset.name}</span>
      <span class="soft">${NAMES[asset.kind]}${asset.kind === 'REPS' ? '' : ` at ${elapsed(asset.fromMs ?? 0)}`}, ${size(asset.bytes)}</span>
      ${asset.kind === 'REPS' ? nothing : html`<button class="quiet" aria-expanded=${this.open === asset.hash} @click=${() => (this.open = this.open === asset.hash ? null : asset.hash)} aria-label="Preview ${asset.name}">Preview</button>`}
      <button class="quiet" @click=${() => this.remove(asset)} aria-label="Remove ${asset.name}">Remove</button>
      ${this.open === asset.hash ? preview(asset) : nothing}</li>`)}</ul>`;
  }

  pick(event) {
    const file = event.target.files[0];
    event.target.value = '';
    if (file && !this.busy) this.add(file);
  }

  async add(file) {
    const from = readMoment(this.renderRoot.querySelector('#from').value);
    this.problem = from === null ? '“Begins at” is minutes and seconds, such as 4:30.' : wrongAtSight(file);
    if (this.problem) return;
    const [kind, type] = kindOf(file);
    const moment = kind === 'REPS' ? '' : `&fromMs=${from}`;
    Object.assign(this, { busy: file.name, share: 0 });
    try {
      await upload(`/classes/${this.classId}/assets?kind=${kind}&name=${encodeURIComponent(file.name)}${moment}`, file, type, (share) => (this.share = share));
      await this.load();
    } catch (problem) {
      this.problem = `${file.name} was not taken. ${problem.message}`;
    } finally {
      this.busy = null;
    }
  }

  async remove(asset) {
    this.leaving = asset;
    await this.updateComplete;
    if (!(await this.renderRoot.querySelector('db-confirm').ask())) return;
    this.problem = null;
    await api.delete(`/classes/${this.classId}/assets/${asset.hash}`).catch((problem) => (this.problem = problem.message));
    this.load();
  }
}

function preview({ kind, url, name }) {
  return kind === 'MUSIC' ? html`<audio controls src=${url} aria-label=${name}></audio>` : html`<img src=${url} alt=${name}>`;
}

function kindOf({ name }) {
  return KINDS[name.toLowerCase().split('.').at(-1)];
}

function wrongAtSight(file) {
  if (!kindOf(file)) return `${file.name} is none of the files that are taken: mp3, ogg, m4a, wav, png, jpg, webp, json.`;
  if (file.size > LARGEST) return `${file.name} has ${size(file.size)}; at most 8 MB are taken.`;
  return file.size === 0 ? `${file.name} is empty.` : null;
}

/** Milliseconds of `4:30`, `90` (seconds) or nothing (0); null for what is none of them. */
function readMoment(text) {
  if (!text.trim()) return 0;
  const parts = text.trim().match(/^(?:(\d{1,3}):)?(\d{1,4})$/);
  return parts ? (Number(parts[1] ?? 0) * 60 + Number(parts[2])) * 1000 : null;
}

function size(bytes) {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

customElements.define('db-asset-panel', AssetPanel);
