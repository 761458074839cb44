import { Acks } from './acks.js';
import { ClockEstimate } from './clock.js';
import { CueLog } from './cue-log.js';
import { carried, markOf } from './kept-class.js';
import { knockAt, Knocker } from './knocker.js';
import { positionAt, segmentAt, nextWords } from './plan.js';
import { Performer } from './performer.js';
import { Probes } from './probes.js';
import { Schedule } from './schedule.js';
import { LiveSocket } from './socket.js';
import { realTimers } from './timers.js';
import { Vitals } from './vitals.js';

const ACK_GATHER_MS = 200;
const OVER = ['ended', 'left', 'failed'];
/** Channels of which only the newest push matters, kept under their own names. */
const LATEST = ['hands', 'asks', 'gauge', 'check', 'bio', 'rung', 'adapt', 'queue', 'answered'];
/** A line that has stood still has this long (ms) to say a word, once the server answers on another. */
const LAST_WORD_MS = 300;
/** Answered by the process itself, without a look at anything. */
const DOOR = '/health/live';
/** Between two pins, ms: what the wire allows, and something for clocks that differ. */
const PIN_APART_MS = 1100;
/** Class time is kept for a reload this often, ms. */
const MARK_MS = 1000;

/**
 * A device in a running class, without a screen: it keeps the line, class time, the position in the log, what is due and
 * what has been acknowledged, and tells its page through `on`:
 * `change` (anything shown), `cue` ({cue, how, sound}), `lay` ({cue, at} before a sound: returns a cancel), `assets` (what to fetch ahead), `rejoined`, `ended`.
 */
export class LiveSession {
  #listeners = new Map();
  #ackTimer = null;
  #lostAt = null;
  #doneBefore;
  #markedAt = -Infinity;
  #pinTimer = null;
  #pinnedAt = -Infinity;

  state = null;
  plan = null;
  hands = { rev: 0, hands: [] };
  asks = null;
  /** The ask that the member has answered on some device, `{cueId}`, or null. */
  answered = null;
  assets = null;
  gauge = null;
  check = null;
  bio = null;
  rung = null;
  adapt = null;
  queue = null;
  /** The class that follows, `{classId, title, startsAt}` (class time), from this one's close on. */
  following = null;
  /** The rung this device wants never to be above, or null. */
  pinned = null;
  me = null;
  rejoined = null;
  problem = null;
  roster = new Map();
  clock = new ClockEstimate();
  acks = new Acks();

  constructor({ join, device, now = () => performance.now(), wall = () => Date.now(), timers = realTimers, open, random, memory = null, around, kept = null, origin = performance.timeOrigin, knock = knockAt(DOOR) }) {
    Object.assign(this, { device, now, wall, timers, memory, kept, origin });
    const remembered = memory?.read() ?? {};
    this.log = new CueLog(remembered.position);
    this.#doneBefore = remembered.done ?? [];
    this.schedule = new Schedule(this.#doneBefore);
    this.socket = new LiveSocket({
      join, open, now, timers, random, wall,
      hello: () => ({ device, resume: this.log.resume }),
      attached: (...answer) => this.#attached(...answer),
      push: (push) => this.#push(push),
      changed: (status, problem) => this.#changed(status, problem),
    });
    this.probes = new Probes({ socket: this.socket, clock: this.clock, now, timers, changed: () => this.#timeKnown(), stalled: () => this.#stalled() });
    this.knocker = new Knocker({ knock, now, timers, random, heard: (answer) => this.#doorOpened(answer) });
    this.vitals = new Vitals({ socket: this.socket, link: this.probes.link, now, timers, around });
    this.performer = new Performer({ schedule: this.schedule, clock: this.clock, now, timers,
      lay: (laid) => this.#emit('lay', laid), perform: (entry, at, ct) => this.#perform(entry, at, ct) });
    this.#goOn(kept?.read());
  }

  on(kind, listener) {
    this.#listeners.set(kind, listener);
    return this;
  }

  start() {
    this.performer.refresh();
    return this.socket.start();
  }

  /** The device says that its link is back, or that the page is looked at again. */
  linkMayBeBack() {
    this.socket.nudge();
    this.probes.suspect();
  }

  /** The device says that its link is gone. */
  linkMayBeGone() {
    this.probes.suspect();
  }

  leave() {
    this.knocker.stop();
    this.#sendAcks();
    this.performer.stop();
    this.vitals.stop();
    this.socket.leave();
    this.memory?.forget();
    this.kept?.forget();
  }

  /** Writes down where class time stands, for the page that comes after this one. */
  mark() {
    if (!this.kept || !this.state || !this.clock.known) return;
    this.#markedAt = this.now();
    this.kept.mark(markOf(this.clock, this.#markedAt, this.wall(), this.origin));
  }

  /** Sends a command of cue.v1; a `cue` that is three seconds old is no longer worth sending. */
  command(verb, body = {}) {
    return this.socket.ask(verb, body, verb === 'cue' ? 3000 : 8000);
  }

  /** Never above this rung from now on, or null for no ceiling; said again to a relay that knows otherwise, as on every connection. */
  pin(rung) {
    this.pinned = rung;
    this.#tellPin();
  }

  /** A relay hears it once a second at most, and wants to hear the newest. */
  #tellPin() {
    this.timers.clear(this.#pinTimer);
    if (this.status !== 'live') return;
    const wait = this.#pinnedAt + PIN_APART_MS - this.now();
    if (wait > 0) return (this.#pinTimer = this.timers.set(() => this.#tellPin(), wait));
    this.#pinnedAt = this.now();
    this.socket.tell('pin', { rung: this.pinned });
  }

  get status() {
    return this.socket.status;
  }

  get classTime() {
    return this.clock.known ? this.clock.classTime(this.now()) : 0;
  }

  get bound() {
    return this.clock.known ? this.clock.bound(this.now()) : null;
  }

  /** Milliseconds into the plan, or 0 before the start. */
  get position() {
    return this.state?.startedAt === null || !this.state ? 0 : positionAt(this.state.anchor, this.classTime, this.plan?.lengthMs);
  }

  get segment() {
    return segmentAt(this.plan, this.position);
  }

  get next() {
    return nextWords(this.plan, this.position);
  }

  /** Goes on with what was kept before the page was loaded again, if class time can be told well enough; the socket comes later. */
  #goOn(was) {
    if (!was?.state || (this.log.epoch && this.log.epoch !== was.epoch)) return;
    if (!this.clock.carryOn(carried(this.kept.readMark(), this.now(), this.wall(), this.origin), this.now())) return;
    Object.assign(this, { me: was.me, plan: was.plan, assets: was.assets, state: { ...was.state, epoch: was.epoch } });
    this.schedule.follow(this.plan, this.state, this.classTime);
  }

  #keep() {
    const { state, plan, me, assets } = this;
    this.kept?.write({ epoch: this.log.epoch, state, plan, me, assets });
    this.mark();
  }

  #attached(reply, t0, t1) {
    const held = this.log.offset;
    const place = this.log.attached(reply);
    if (place === 'stale') return place;
    this.clock.probe({ t0, t1, t: reply.t, err: reply.err });
    if (place === 'lost') this.performer.cancel(this.schedule.clear());
    this.queue = null;
    Object.assign(this, { me: reply.me, plan: reply.plan ?? this.plan, hands: reply.hands ?? this.hands });
    if (reply.assets) this.#pack(reply.assets);
    this.#rosterRows({ ...reply.roster, full: true });
    this.#follow(reply.state);
    this.#keep();
    this.#remember();
    if (place !== 'first') this.#noteReturn(place, reply, held);
    this.probes.stop();
    this.timers.set(() => this.probes.start(), 0);
    this.vitals.start();
    return place;
  }

  #noteReturn(place, reply, held) {
    this.rejoined = { at: new Date(this.wall()), replayed: reply.replayed ?? 0, recovered: place !== 'lost', held,
      awayMs: this.#lostAt === null ? null : this.now() - this.#lostAt };
    this.#lostAt = null;
    this.#emit('rejoined', this.rejoined);
  }

  /** The line stands still: the class is told at once, if anything gets through, and a knock tells when another line would. */
  #stalled() {
    this.vitals.hurry();
    this.knocker.start();
  }

  /** The server answers on a line of its own. */
  #doorOpened(answer) {
    const { sentAt, since } = answer;
    if (this.status !== 'live') return this.socket.answers(answer);
    if (this.socket.heardAt < sentAt && sentAt === since) this.probes.suspect(LAST_WORD_MS);
  }

  /** Class time is better known, or was found to have stepped: what waits may be due at another moment of this device. */
  #timeKnown() {
    this.knocker.stop();
    this.performer.refresh();
    if (this.now() - this.#markedAt >= MARK_MS) this.mark();
    this.#emit('change');
  }

  #pack(assets) {
    this.assets = assets;
    this.#emit('assets', assets);
  }

  #push({ ch, ...kinds }) {
    if (ch === 'cue') return this.#cue(kinds.cue, kinds.replay ?? kinds.cue?.replay ?? false);
    if (ch === 'state') this.#follow(kinds.state);
    if (ch === 'plan') this.#replan(kinds.plan);
    if (ch === 'roster') this.#rosterRows(kinds.roster);
    if (LATEST.includes(ch)) this[ch] = kinds[ch];
    if (ch === 'queue') this.#queued();
    if (ch === 'rung' && this.rung.pinned !== this.pinned) this.#tellPin();
    if (ch === 'next') this.following = { ...kinds.next, startsAt: this.classTime + kinds.next.startsInMs };
    if (ch === 'assets') this.#pack(kinds.assets);
    if (['state', 'plan', 'assets'].includes(ch)) this.#keep();
    this.#emit('change');
  }

  /** While it waits for its turn a device learns class time: one probe for each word of the class. */
  #queued() {
    this.knocker.stop();
    this.probes.once();
  }

  #cue(cue, replay) {
    const place = this.log.take(cue);
    if (place === 'gap') return this.socket.drop();
    if (place !== 'taken') return;
    if (cue.kind === 'CONTROL') {
      this.#follow(cue.data?.state ?? cue.data);
      this.#keep();
      const entry = { cue, at: null, how: replay ? 'REPLAYED' : 'ONTIME', offset: cue.offset, sound: !replay };
      this.#perform(entry, this.now(), this.classTime);
    } else {
      this.#settle(this.schedule.offer(cue, replay));
      this.performer.refresh();
    }
    this.#emit('change');
  }

  #follow(state) {
    if (!state?.anchor || (this.state && state.rev < this.state.rev && this.log.epoch === this.state.epoch)) return;
    this.state = { ...state, epoch: this.log.epoch };
    this.schedule.follow(this.plan, this.state, this.classTime);
    this.performer.refresh();
  }

  #replan(plan) {
    this.plan = plan;
    if (this.state) this.schedule.follow(plan, this.state, this.classTime);
    this.performer.refresh();
  }

  #rosterRows(roster) {
    if (!roster?.members) return;
    if (roster.full) this.roster = new Map();
    for (const row of roster.members) {
      this.roster.set(row.member, { ...this.roster.get(row.member), ...row });
    }
  }

  #perform(entry, at, ct) {
    const settled = this.schedule.record(entry, at, ct);
    this.#emit('cue', entry);
    this.#settle([settled]);
    this.#emit('change');
  }

  #settle(settled) {
    this.acks.add(settled);
    this.#remember();
    if (this.acks.waiting && !this.#ackTimer) this.#ackTimer = this.timers.set(() => this.#sendAcks(), ACK_GATHER_MS);
  }

  #remember() {
    this.memory?.write({ position: this.log.resume, done: this.schedule.doneIds() });
  }

  #sendAcks() {
    this.#ackTimer = null;
    while (this.socket.ready && this.acks.waiting) this.socket.tell('ack', this.acks.take(this.now(), this.bound, this.probes.rtt));
  }

  #changed(status, problem) {
    this.problem = problem;
    if (status === 'waiting') this.#lostAt ??= this.now();
    if (status === 'waiting') this.knocker.start();
    if (status === 'live') this.#sendAcks();
    if (status === 'live' || OVER.includes(status)) this.knocker.stop();
    if (OVER.includes(status)) {
      this.performer.stop();
      this.vitals.stop();
    }
    if (status === 'ended') {
      this.kept?.forget();
      this.#emit('ended');
    }
    this.#emit('change');
  }

  #emit(kind, detail) {
    return this.#listeners.get(kind)?.(detail);
  }
}
