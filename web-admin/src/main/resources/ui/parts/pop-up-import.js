import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { forms } from '../style/forms.js';
import { exampleFile, importPath, importText, KINDS, makeText, MAY_BE, NEEDED, stateText, wrongFile } from '../core/import-words.js';
import { newKey } from '../core/http.js';
import { weekLater } from '../core/pop-up-draft.js';
import { localText } from '../core/entry.js';
import { api } from './here.js';
import './file-drop.js';
import './notice.js';

/** Takes a file of rows or of a calendar by drop or by picking, shows what would become of each, then makes drafts; tells `imported` when some were made. */
class PopUpImport extends LitElement {
  static properties = { busy: { state: true }, file: { state: true }, problem: { state: true }, name: { state: true }, result: { state: true } };

  static styles = [sheet, forms, css`
    .said {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr));
      gap: 0.8rem;
    }
    summary {
      cursor: pointer;
      font-weight: 600;
      min-height: var(--touch);
      align-content: center;
    }
    li {
      display: grid;
      grid-template-columns: 5.2rem minmax(0, 1fr) auto;
      gap: 0.2rem 0.8rem;
      align-items: center;
      padding-block: 0.4rem;
      border-bottom: 1px solid var(--line);
      overflow-wrap: anywhere;
    }
    li > p {
      grid-column: 2 / -1;
    }
    a {
      display: inline-flex;
      align-items: center;
      min-height: var(--touch);
    }
    code {
      overflow-wrap: anywhere;
    }
  `];

  render() {
    return html`<details><summary>Import from a file</summary><div class="stack">
      <p class="soft small">Drafts are made of rows (CSV), of a calendar (iCalendar, .ics) or of a page with events (schema.org in .html, .json or .jsonld): up to 500 and 1 MB. You see first what would be made, and nothing is published. Bring a file again as often as you like: a row is known by its <code>key</code>, an event by its UID, and nothing is made twice.</p>
      <fieldset><legend>For events of a calendar or page that do not say it themselves</legend><div class="said" @change=${this.again}>
        <div class="field"><label for="zone">Time zone</label><input id="zone" value=${Intl.DateTimeFormat().resolvedOptions().timeZone} maxlength="64" autocomplete="off"></div>
        <div class="field"><label for="host">Host</label><input id="host" maxlength="120" autocomplete="organization"></div>
        <div class="field"><label for="capacity">How many people fit</label><input id="capacity" type="number" inputmode="numeric" min="1" max="10000"></div></div></fieldset>
      <db-file-drop accept=${KINDS} label="Choose a file" .busy=${this.busy ? this.file.name : null} @file=${({ detail }) => this.look(detail)}>
        <p class="soft small">or drop it here: .csv, .ics, .html, .json or .jsonld.</p></db-file-drop>
      <p class="soft small">Columns of rows: <code>${NEEDED.join(', ')}</code>; if you like also <code>${MAY_BE.join(', ')}</code>. <a href=${this.example()} download="pop-ups.csv">An example to fill in</a></p>
      ${this.problem ? html`<db-notice kind="error"><b>${this.file.name} cannot be used.</b> ${this.problem}</db-notice>` : nothing}
      <div role="status">${this.result ? html`<db-notice kind=${this.result.wrong ? 'warn' : 'good'}>${this.file.name}: ${importText(this.result)}.${this.result.wrong ? ' Correct what is not possible and bring the file again.' : ''}</db-notice>` : nothing}</div>
      ${this.result?.fits ? html`<p><button class="now" aria-disabled=${this.busy ? 'true' : nothing} @click=${() => !this.busy && this.send(false)}>${makeText(this.result.fits)}</button></p>` : nothing}
      ${this.result ? html`<ul aria-label="Rows of ${this.file.name}">${this.rows().map((row) => this.row(row))}</ul>` : nothing}</div></details>`;
  }

  /** What is wrong comes first: that is what there is to do. */
  rows() {
    return [...this.result.rows].sort((a, b) => (b.state === 'WRONG') - (a.state === 'WRONG') || a.line - b.line);
  }

  row({ line, title, state, popUp, detail, note }) {
    return html`<li><span class="soft small">Line ${line}</span>${popUp ? html`<a href="/pop-ups/${popUp}/edit">${title}</a>` : html`<span>${title || 'Without a title'}</span>`}<span class="badge">${stateText(state)}</span>
      ${detail ? html`<p class="small ${state === 'WRONG' ? 'error' : 'soft'}">${detail}</p>` : nothing}${note ? html`<p class="small soft">${note}</p>` : nothing}</li>`;
  }

  example() {
    return `data:text/csv;charset=utf-8,${encodeURIComponent(exampleFile(`${weekLater(localText(new Date())).slice(0, 11)}10:00`))}`;
  }

  /** Tries a file: nothing is made yet. */
  async look(file) {
    this.file = file;
    this.result = null;
    this.problem = wrongFile(file);
    if (!this.problem) await this.send(true);
  }

  /** What was tried is not what would be made any more. */
  again() {
    if (this.result?.made === 0 && !this.busy) this.look(this.file);
  }

  said() {
    const value = (id) => this.renderRoot.querySelector(`#${id}`).value;
    return { zone: value('zone'), host: value('host'), capacity: value('capacity') };
  }

  async send(dryRun) {
    this.busy = true;
    this.problem = null;
    try {
      this.result = await api.upload(importPath(dryRun, this.said()), this.file, { key: newKey() });
      if (this.result.made) this.dispatchEvent(new CustomEvent('imported'));
    } catch (problem) {
      this.result = null;
      this.problem = problem.message;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('db-pop-up-import', PopUpImport);
