import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { sheet } from '../style/sheet.js';
import { tables } from '../style/forms.js';
import { plainly, RUNGS } from '../core/rungs.js';
import { millis } from '../core/time.js';

/** Who is here, online and in the room, and how well cues reach those online. */
class Roster extends LitElement {
  static properties = { members: {}, gauge: {}, trainer: {}, unnamed: { type: Number } };

  static styles = [sheet, tables, css`
    .dot {
      display: inline-block;
      width: 0.7rem;
      height: 0.7rem;
      border-radius: 50%;
      border: 2px solid var(--edge);
      margin-inline-end: 0.5rem;
    }
    .here {
      background: var(--now);
      border-color: var(--ink);
    }
    .slow {
      color: var(--danger);
      font-weight: 650;
    }
    .link {
      white-space: normal;
      min-width: 7rem;
      text-align: left;
      line-height: 1.25;
    }
    th:nth-child(2) {
      text-align: left;
    }
    .scroll {
      max-height: 26rem;
    }
    .room {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.35rem 0.5rem;
    }
  `];

  render() {
    const all = [...(this.members ?? [])].filter((m) => m.member !== this.trainer).sort((a, b) => Number(b.here) - Number(a.here) || a.name.localeCompare(b.name));
    const room = all.filter((m) => m.room);
    const rows = all.filter((m) => !m.room);
    const here = rows.filter((m) => m.here).length;
    const measured = new Map((this.gauge?.members ?? []).map((m) => [m.member, m]));
    const inRoom = room.length + (this.unnamed ?? 0);
    return html`<div class="stack"><h2>${here} ${inRoom ? 'online' : 'here'}${rows.length > here ? html` <span class="soft">of ${rows.length}</span>` : nothing}</h2>
      ${rows.length ? html`<div class="scroll" tabindex="0" role="region" aria-label="Members"><table>
        <thead><tr><th scope="col">Member</th><th scope="col"><abbr title="How much besides cues the link carries, and why">Link</abbr></th><th scope="col"><abbr title="95 of 100 live cues were executed within this time after sending; needs no clocks">Cue p95</abbr></th>
          <th scope="col"><abbr title="How far planned cues were from their instant, 95 of 100">Skew p95</abbr></th><th scope="col"><abbr title="Round trip of the newest probe">RTT</abbr></th><th scope="col">Missed acks</th><th scope="col">Devices</th></tr></thead>
        <tbody>${repeat(rows, (m) => m.member, (m) => this.row(m, measured.get(m.member)))}</tbody></table></div>`
        : html`<p class="soft small">Nobody has come in${inRoom ? ' online' : ''} yet. Members find the class on their class list.</p>`}
      ${inRoom ? this.room(room, inRoom) : nothing}</div>`;
  }

  /** Those whom the door let in; who has a phone there as well is still one person. */
  room(people, count) {
    const others = count - people.length;
    return html`<h2 id="in-room">${count} in the room</h2>
      <ul class="room" aria-labelledby="in-room">${repeat(people, (m) => m.member, (m) => html`<li class="badge">${m.name}${m.here ? html` <span class="soft">with a device</span>` : nothing}</li>`)}
        ${others > 0 ? html`<li class="soft">${people.length ? 'and ' : ''}${others} without a name</li>` : nothing}</ul>`;
  }

  row(m, g) {
    return html`<tr><th scope="row"><span class="dot ${m.here ? 'here' : ''}" aria-hidden="true"></span>${m.name}<span class="unseen">${m.here ? '' : ', away'}</span></th>
      <td class="link">${RUNGS[g?.rung] ?? '–'}${g?.rung && g.rung !== 'FULL' ? html`<br><span class="small soft">${plainly(g.rungWhy)}</span>` : nothing}</td><td class=${g?.upper95 > 150 ? 'slow' : ''}>${millis(g?.upper95)}</td><td class=${g?.skew95 > 30 ? 'slow' : ''}>${millis(g?.skew95)}</td><td>${millis(g?.rtt)}</td><td>${g?.unacked ?? '–'}</td><td>${m.here ? m.devices : '–'}</td></tr>`;
  }
}

customElements.define('db-roster', Roster);
