import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { exampleFile, importText, MAY_BE, NEEDED, stateText, wrongFile } from '../core/import-words.js';
import { newKey } from '../core/http.js';
import { weekLater } from '../core/pop-up-draft.js';
import { localText } from '../core/entry.js';
import { api } from './here.js';
import './file-drop.js';
import './notice.js';

/** Takes a file of rows by drop or by picking and shows what became of each; tells `imported` when some were made. */
class PopUpImport extends LitElement {
  static properties = { busy: { state: true }, problem: { state: true }, name: { state: true }, result: { state: true } };

  static styles = [sheet, css`
    summary {
      cursor: pointer;
      font-weight: 600;
      min-height: var(--touch);
      align-content: center;
    }
    li {
      display: grid;
      grid-template-columns: 4.5rem minmax(0, 1fr) auto;
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
      <db-file-drop accept=".csv,text/csv" label="Choose a CSV file" .busy=${this.busy ? this.name : null} @file=${({ detail }) => this.take(detail)}>
        <p class="soft small">or drop it here: one pop-up a row, up to 500 rows and 1 MB. Send it again as often as you like: a row is known by its <code>key</code>, and nothing is made twice.</p></db-file-drop>
      <p class="soft small">Columns: <code>${NEEDED.join(', ')}</code>; if you like also <code>${MAY_BE.join(', ')}</code>. <a href=${this.example()} download="pop-ups.csv">An example to fill in</a></p>
      ${this.problem ? html`<db-notice kind="error"><b>${this.name} cannot be used.</b> ${this.problem}</db-notice>` : nothing}
      <div role="status">${this.result ? html`<db-notice kind=${this.result.wrong ? 'warn' : 'good'}>${this.name}: ${importText(this.result)}.${this.result.wrong ? ' Correct those rows and send the file again.' : ''}</db-notice>` : nothing}</div>
      ${this.result ? html`<ul aria-label="Rows of ${this.name}">${this.rows().map((row) => this.row(row))}</ul>` : nothing}</div></details>`;
  }

  /** What is wrong comes first: that is what there is to do. */
  rows() {
    return [...this.result.rows].sort((a, b) => (b.state === 'WRONG') - (a.state === 'WRONG') || a.line - b.line);
  }

  row({ line, title, state, popUp, detail }) {
    return html`<li><span class="soft small">Line ${line}</span>${popUp ? html`<a href="/pop-ups/${popUp}/edit">${title}</a>` : html`<span>${title || 'Without a title'}</span>`}<span class="badge">${stateText(state)}</span>
      ${detail ? html`<p class="small error">${detail}</p>` : nothing}</li>`;
  }

  example() {
    return `data:text/csv;charset=utf-8,${encodeURIComponent(exampleFile(`${weekLater(localText(new Date())).slice(0, 11)}10:00`))}`;
  }

  async take(file) {
    this.name = file.name;
    this.result = null;
    this.problem = wrongFile(file);
    if (this.problem) return;
    this.busy = true;
    try {
      this.result = await api.upload('/pop-ups/import', file, { key: newKey() });
      if (this.result.made) this.dispatchEvent(new CustomEvent('imported'));
    } catch (problem) {
      this.problem = problem.message;
    } finally {
      this.busy = false;
    }
  }
}

customElements.define('db-pop-up-import', PopUpImport);
