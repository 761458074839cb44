import { css, html, LitElement, nothing } from 'lit';
import { sheet } from '../style/sheet.js';
import { tables } from '../style/forms.js';
import { millis, startText, whileText } from '../core/time.js';
import { api, signInPath } from '../parts/here.js';
import '../parts/busy.js';
import '../parts/trend.js';
import '../parts/trouble.js';

/** All classes of a trainer beside each other: whether cues came in time, whether people stayed, and whether they came again. */
class Numbers extends LitElement {
  static properties = { account: {}, items: { state: true }, problem: { state: true } };

  static styles = [sheet, tables, css`
    .grid {
      display: grid;
      gap: 1rem;
      grid-template-columns: minmax(0, 1fr);
    }
    @media (min-width: 58rem) {
      .grid {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      .wide {
        grid-column: 1 / -1;
      }
    }
    th a {
      display: inline-block;
      min-height: var(--touch);
      align-content: center;
    }
    .fold thead th {
      white-space: normal;
      vertical-align: bottom;
    }
    .slow {
      color: var(--danger);
      font-weight: 650;
    }
  `];

  connectedCallback() {
    super.connectedCallback();
    if (!this.account) return location.replace(signInPath());
    this.load();
  }

  async load() {
    this.problem = null;
    try {
      this.items = (await api.get('/me/numbers')).items;
    } catch (problem) {
      this.problem = problem.message;
    }
  }

  render() {
    if (this.problem) return html`<db-trouble heading="The numbers cannot be shown" .message=${this.problem} @again=${this.load}><a class="button" href="/console">My classes</a></db-trouble>`;
    if (!this.items) return html`<db-busy label="Adding up your classes"></db-busy>`;
    if (!this.items.length) return html`<div class="stack"><h1 tabindex="-1">Your numbers</h1><p>None of your classes is over yet. What was measured shows up here, class by class.</p><p><a class="button now" href="/console">My classes</a></p></div>`;
    const oldestFirst = [...this.items].reverse();
    const line = (label, of, colour) => ({ label, colour, values: oldestFirst.map(of) });
    const percent = (of) => (row) => (of(row) === null ? null : of(row) * 100);
    const names = oldestFirst.map((row) => `${row.title}, ${startText(row.start)}`);
    return html`<div class="stack"><h1 tabindex="-1">Your numbers</h1><div class="grid">
      <section class="panel"><db-trend heading="Cue to action, upper bound" unit="ms" .names=${names} .lines=${[line('p50', (r) => r.upperP50Ms, '--plot-50'), line('p95', (r) => r.upperP95Ms, '--plot-95'), line('p99', (r) => r.upperP99Ms, '--plot-99')]}></db-trend></section>
      <section class="panel"><db-trend heading="Who came in, stayed and came again" unit="%" .names=${names} .lines=${[line('came in', percent((r) => r.joinSuccess), '--plot-50'), line('there after 7 min', percent((r) => r.retention7m), '--plot-95'), line('again in 14 days', percent((r) => r.repeat14d), '--plot-99')]}></db-trend></section>
      ${this.trend('Jitter of links', 'ms', names, [line('p50', (r) => r.jitterP50Ms, '--plot-50'), line('p95', (r) => r.jitterP95Ms, '--plot-95'), line('p99', (r) => r.jitterP99Ms, '--plot-99')])}
      ${this.trend('Who answered, heard and fell back', '%', names, [line('answered questions', percent((r) => r.confirmedShare), '--plot-50'), line('heard the live check', percent((r) => r.checkHeardShare), '--plot-95'), line('ever on a lower rung', percent((r) => r.fellShare), '--plot-99')])}
      <section class="panel stack wide"><div class="row spread"><h2 tabindex="-1">Class by class</h2><p class="row"><a class="button" download="classes.csv" href="/api/v1/me/numbers.csv">CSV</a><a class="button" download="classes.json" href="/api/v1/me/numbers">JSON</a></p></div>
        ${this.table()}
        <p class="small soft">A cue nobody confirmed counts as infinite and is not in a percentile: it is counted beside them. “Again” is whoever joined another class of yours within 14 days; with a + the 14 days are not over.</p></section>
      <section class="panel stack wide"><h2 tabindex="-1">Links and answers</h2>${this.links()}
        <p class="small soft">– was not measured in that class, or there was nothing to measure. Jitter is how much the round trips of a device’s own probes wavered. “Fell back” counts moves of devices to a lower rung, and how many members had one.
        The attach rate, the share of those who were there who claim something from the micro-drop after the class, is in the downloads.</p></section>
    </div></div>`;
  }

  trend(heading, unit, names, lines) {
    const measured = lines.some(({ values }) => values.some(Number.isFinite));
    return html`<section class="panel">${measured ? html`<db-trend .heading=${heading} .unit=${unit} .names=${names} .lines=${lines}></db-trend>` : html`<div class="stack"><h2 tabindex="-1">${heading}</h2><p class="soft">Not measured in any of these classes.</p></div>`}</section>`;
  }

  links() {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Links and answers"><table class="fold">
      <thead><tr><th scope="col">Class</th><th scope="col">To join, p95</th><th scope="col">Round trip p95</th><th scope="col">Jitter p95</th><th scope="col">Fell back</th><th scope="col">Hands</th><th scope="col">Hand up, median</th><th scope="col">Questions</th><th scope="col">Answered</th><th scope="col">Answer, median</th><th scope="col">Check: heard / saw right / ready</th></tr></thead>
      <tbody>${this.items.map((r) => html`<tr><th scope="row"><a href="/report/${r.classId}">${r.title}</a><br><span class="small soft">${startText(r.start)}</span></th>
        <td>${millis(r.joinP95Ms)}</td><td>${millis(r.rttP95Ms)}</td><td>${millis(r.jitterP95Ms)}</td><td>${r.fallbacks ?? '–'}${Number.isFinite(r.fellShare) ? ` (${share(r.fellShare)} %)` : nothing}</td>
        <td>${r.hands ?? '–'}</td><td>${whileText(r.handWaitP50Ms)}</td><td>${r.asks ?? '–'}</td><td>${percentText(r.confirmedShare)}</td><td>${whileText(r.answerP50Ms)}</td>
        <td>${[r.checkHeardShare, r.checkSawRightShare, r.checkReadyShare].every(Number.isFinite) ? `${share(r.checkHeardShare)} / ${share(r.checkSawRightShare)} / ${share(r.checkReadyShare)} %` : '–'}</td></tr>`)}</tbody></table></div>`;
  }

  table() {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Classes"><table>
      <thead><tr><th scope="col">Class</th><th scope="col">Came in</th><th scope="col">p50</th><th scope="col">p95</th><th scope="col">p99</th><th scope="col">Skew p95</th><th scope="col">Unconfirmed</th><th scope="col">Back with all cues</th><th scope="col">1 / 3 / 7 min</th><th scope="col">Answers</th><th scope="col">Again</th></tr></thead>
      <tbody>${this.items.map((r) => html`<tr><th scope="row"><a href="/report/${r.classId}">${r.title}</a><br><span class="small soft">${startText(r.start)}</span></th>
        <td>${r.joined} of ${r.expected}</td><td>${millis(r.upperP50Ms)}</td><td class=${r.upperP95Ms > 150 ? 'slow' : ''}>${millis(r.upperP95Ms)}</td><td>${millis(r.upperP99Ms)}</td><td class=${r.skewP95Ms > 30 ? 'slow' : ''}>${millis(r.skewP95Ms)}</td>
        <td>${r.unacked} of ${r.deliveries}</td><td>${r.recovered} of ${r.resumed}</td><td>${share(r.retention1m)} / ${share(r.retention3m)} / ${share(r.retention7m)} %</td><td>${r.responses}</td>
        <td>${r.repeat14d === null ? '–' : html`${share(r.repeat14d)} %${r.repeatComplete ? nothing : '+'}`}</td></tr>`)}</tbody></table></div>`;
  }
}

function share(value) {
  return value === null ? '–' : Math.round(value * 100);
}

function percentText(value) {
  return Number.isFinite(value) ? `${share(value)} %` : '–';
}

customElements.define('db-page-numbers', Numbers);
