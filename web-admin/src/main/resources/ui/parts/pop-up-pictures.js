import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { api } from './here.js';
import { KeepFocus } from './keep-focus.js';
import { upload } from './upload.js';
import './confirm.js';
import './file-drop.js';
import './notice.js';

const LARGEST = 5 * 1024 * 1024;
const MOST = 8;

/** The pictures of a pop-up for its organizer: added with the words for those who do not see them, worded anew, ordered, removed. */
class PopUpPictures extends LitElement {
  static properties = { it: {}, pictures: { state: true }, busy: { state: true }, problem: { state: true }, wordless: { state: true }, said: { state: true }, leaving: { state: true } };

  static styles = [sheet, forms, css`
    :host {
      display: grid;
      gap: 0.8rem;
    }
    [role='status']:empty {
      margin-bottom: -0.8rem;
    }
    li {
      display: grid;
      gap: 0.6rem;
      padding-block: 0.9rem;
      border-top: 1px solid var(--line);
    }
    img {
      display: block;
      max-width: 100%;
      width: auto;
      height: auto;
      max-height: 12rem;
      border-radius: var(--corner);
    }
  `];

  constructor() {
    super();
    new KeepFocus(this);
  }

  willUpdate(changed) {
    if (changed.has('it') && this.it.id !== this.shown) {
      [this.pictures, this.album] = [this.it.pictures ?? [], this.it.album];
      this.shown = this.it.id;
    }
  }

  render() {
    const { pictures } = this;
    return html`<div role="status">${this.said ? html`<db-notice kind="good">${this.said}</db-notice>` : nothing}</div>
      ${this.problem ? html`<db-notice kind="error">${this.problem}</db-notice>` : nothing}
      ${pictures.length ? html`<ol>${repeat(pictures, ({ hash }) => hash, (picture, n) => this.one(picture, n))}</ol>` : html`<p class="soft">None yet. The first one is shown on cards and when somebody shares the link.</p>`}
      ${pictures.length < MOST ? this.adding() : html`<p class="soft">These are ${MOST}, which is the most.</p>`}
      <db-confirm heading="Remove this picture?" action="Remove">${this.leaving?.alt}</db-confirm>`;
  }

  one(picture, n) {
    const last = n === this.pictures.length - 1;
    const { small } = picture;
    return html`<li><img src=${small.url} width=${small.width} height=${small.height} alt=${picture.alt} loading="lazy">
      <div class="field"><label for="alt-${n}">What is to be seen</label><input id="alt-${n}" maxlength="300" .value=${picture.alt} @change=${(e) => this.word(picture, e.target)}></div>
      <div class="row">
        ${this.pictures.length > 1 ? html`<button aria-disabled=${n === 0 ? 'true' : nothing} @click=${() => n > 0 && this.put(picture, n - 1)} aria-label="Earlier: ${picture.alt}">Earlier</button>
          <button aria-disabled=${last ? 'true' : nothing} @click=${() => !last && this.put(picture, n + 1)} aria-label="Later: ${picture.alt}">Later</button>` : nothing}
        <button class="quiet" @click=${() => this.remove(picture)} aria-label="Remove: ${picture.alt}">Remove</button></div></li>`;
  }

  adding() {
    return html`<div class="stack"><div class="field"><label for="alt">What is to be seen on the next one</label>
        <input id="alt" maxlength="300" autocomplete="off" aria-invalid=${this.wordless ? 'true' : nothing} aria-describedby="alt-hint">
        <p id="alt-hint" class="small ${this.wordless ? 'error' : 'soft'}">${this.wordless ? 'Say it first: it is read to those who do not see the picture.' : 'For those who do not see it, such as “Forty bikes in rows under trees”.'}</p></div>
      <db-file-drop accept="image/jpeg,image/png,image/webp" label="Choose a picture" .busy=${this.busy ?? null} @file=${({ detail }) => this.add(detail)}>
        <p class="soft small">or drop it here: JPEG, PNG or WebP, up to 5 MB. Where and when it was taken is removed from it.</p></db-file-drop></div>`;
  }

  get path() {
    return `/pop-ups/${this.it.id}/pictures`;
  }

  async add(file) {
    const field = this.renderRoot.querySelector('#alt');
    const alt = field.value.trim();
    this.said = this.problem = null;
    this.wordless = !alt;
    if (this.wordless) return field.focus();
    this.problem = wrongAtSight(file);
    if (this.problem) return;
    this.busy = file.name;
    try {
      await upload(`${this.path}?alt=${encodeURIComponent(alt)}`, file, 'application/octet-stream', () => {});
      field.value = '';
      await this.show('The picture is on the page.');
    } catch (problem) {
      this.problem = `${file.name} was not taken. ${problem.message}`;
    } finally {
      this.busy = null;
    }
  }

  async word(picture, field) {
    const alt = field.value.trim();
    if (!alt) {
      field.value = picture.alt;
      this.problem = 'A picture keeps its words until it has others: they are read to those who do not see it.';
      return;
    }
    if (alt !== picture.alt) await this.act(() => api.patch(`${this.path}/${picture.hash}`, { alt }, `"${this.album}"`), 'The words are saved.');
  }

  async put(picture, position) {
    await this.act(() => api.patch(`${this.path}/${picture.hash}`, { position }, `"${this.album}"`), `“${picture.alt}” is number ${position + 1} now.`);
  }

  async remove(picture) {
    this.leaving = picture;
    await this.updateComplete;
    if (await this.renderRoot.querySelector('db-confirm').ask()) await this.act(() => api.delete(`${this.path}/${picture.hash}`), 'The picture is removed.');
  }

  async act(send, said) {
    this.said = this.problem = null;
    try {
      await send();
      await this.show(said);
    } catch (problem) {
      this.problem = problem.code === 'version-mismatch' ? await this.overtaken() : problem.message;
    }
  }

  /** Somebody else was quicker: shows what they made of it. */
  async overtaken() {
    await this.show(null).catch(() => {});
    return 'The pictures were changed elsewhere meanwhile. They are shown as they are now; say again what you want of them.';
  }

  /** As the server has them now. */
  async show(said) {
    ({ pictures: this.pictures, album: this.album } = await api.get(`/pop-ups/${this.it.id}`));
    this.said = said;
  }
}

function wrongAtSight({ name, size }) {
  if (size > LARGEST) return `${name} has ${(size / 1024 / 1024).toFixed(1)} MB; at most 5 MB are taken. Send a smaller copy.`;
  return size === 0 ? `${name} is empty.` : null;
}

customElements.define('db-pop-up-pictures', PopUpPictures);
