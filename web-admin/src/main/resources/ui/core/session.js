import { AckPost } from './ack-post.js';
import { ClockEstimate } from './clock.js';
import { CueLog } from './cue-log.js';
import { Keeping } from './keeping.js';
import { Line } from './line.js';
import { positionAt, segmentAt, nextWords } from './plan.js';
import { Performer } from './performer.js';
import { Pin } from './pin.js';
import { rosterAfter } from './roster.js';
import { Schedule } from './schedule.js';
import { realTimers } from './timers.js';

const OVER = ['ended', 'left', 'failed'];
/** Channels of which only the newest push matters, kept under their own names. */
const LATEST = ['hands', 'asks', 'gauge', 'check', 'bio', 'rung', 'adapt', 'queue', 'answered'];

/**
 * A device in a running class, without a screen: it keeps the line, class time, the position in the log, what is due and
 * what has been acknowledged, and tells its page through `on`:
 * `change` (anything shown), `cue` ({cue, how, sound}), `lay` ({cue, at} before a sound: returns a cancel), `assets` (what to fetch ahead), `rejoined`, `ended`.
 */
export class LiveSession {
  #listeners = new Map();
  #lostAt = null;

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
  /** The drops of this class, `[{dropId, title, phase, closesAt, inLine, bundles: [{id, name, left}]}]`, as of the last push; null when nothing was said of any. */
  drops = null;
  me = null;
  rejoined = null;
  problem = null;
  roster = new Map();
  /** People in the room of whom nobody knows who they are. */
  unnamed = 0;
  clock = new ClockEstimate();

  /** @param around, @param join, @param knock, @param open, @param random go to the line; @param memory and @param kept outlive the page. */
  constructor({ device, now = () => performance.now(), wall = () => Date.now(), timers = realTimers, memory = null, kept = null, origin = performance.timeOrigin, ...outside }) {
    Object.assign(this, { now, wall, timers, memory });
    const remembered = memory?.read() ?? {};
    this.log = new CueLog(remembered.position);
    this.schedule = new Schedule(remembered.done ?? []);
    this.line = new Line({
      ...outside, now, timers, wall, clock: this.clock,
      hello: () => ({ device, resume: this.log.resume }),
      attached: (...answer) => this.#attached(...answer),
      push: (push) => this.#push(push),
      changed: (status, problem) => this.#changed(status, problem),
      timeKnown: () => this.#timeKnown(),
    });
    Object.assign(this, { socket: this.line.socket, probes: this.line.probes, vitals: this.line.vitals });
    this.wish = new Pin({ socket: this.socket, now, timers });
    this.acks = new AckPost({ socket: this.socket, now, timers, bound: () => this.bound, rtt: () => this.probes.rtt });
    this.performer = new Performer({ schedule: this.schedule, clock: this.clock, now, timers,
      lay: (laid) => this.#emit('lay', laid), perform: (entry, at, ct) => this.#perform(entry, at, ct) });
    this.keeping = new Keeping({ kept, clock: this.clock, now, wall, origin });
    this.#goOn(this.keeping.goOn(this.log.epoch));
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
    this.line.mayBeBack();
  }

  /** The device says that its link is gone. */
  linkMayBeGone() {
    this.line.mayBeGone();
  }

  leave() {
    this.acks.send();
    this.performer.stop();
    this.line.leave();
    this.memory?.forget();
    this.keeping.forget();
  }

  /** Writes down where class time stands, for the page that comes after this one. */
  mark() {
    this.keeping.mark();
  }

  /** Sends a command of cue.v1; a `cue` that is three seconds old is no longer worth sending. */
  command(verb, body = {}) {
    return this.socket.ask(verb, body, verb === 'cue' ? 3000 : 8000);
  }

  /** Never above this rung from now on, or null for no ceiling; said again to a relay that knows otherwise, as on every connection. */
  pin(rung) {
    this.wish.choose(rung);
  }

  /** The rung this device wants never to be above, or null. */
  get pinned() {
    return this.wish.rung;
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
    if (!was) return;
    Object.assign(this, { me: was.me, plan: was.plan, assets: was.assets, state: { ...was.state, epoch: was.epoch } });
    this.schedule.follow(this.plan, this.state, this.classTime);
  }

  #keep() {
    const { state, plan, me, assets } = this;
    this.keeping.keep({ epoch: this.log.epoch, state, plan, me, assets });
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
    this.roster = rosterAfter(this.roster, { ...reply.roster, full: true });
    this.unnamed = reply.roster?.unnamed ?? this.unnamed;
    this.#follow(reply.state);
    this.#keep();
    this.#remember();
    if (place !== 'first') this.#noteReturn(place, reply, held);
    this.line.attached();
    return place;
  }

  #noteReturn(place, reply, held) {
    this.rejoined = { at: new Date(this.wall()), replayed: reply.replayed ?? 0, recovered: place !== 'lost', held,
      awayMs: this.#lostAt === null ? null : this.now() - this.#lostAt };
    this.#lostAt = null;
    this.#emit('rejoined', this.rejoined);
  }

  /** Class time is better known, or was found to have stepped: what waits may be due at another moment of this device. */
  #timeKnown() {
    this.performer.refresh();
    this.keeping.markNowAndThen();
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
    if (ch === 'roster') this.roster = rosterAfter(this.roster, kinds.roster);
    if (ch === 'roster') this.unnamed = kinds.roster.unnamed ?? this.unnamed;
    if (LATEST.includes(ch)) this[ch] = kinds[ch];
    if (ch === 'queue') this.line.queued();
    if (ch === 'rung' && this.rung.pinned !== this.pinned) this.wish.tell();
    if (ch === 'drop') this.drops = kinds.drops.drops;
    if (ch === 'next') this.following = { ...kinds.next, startsAt: this.classTime + kinds.next.startsInMs };
    if (ch === 'assets') this.#pack(kinds.assets);
    if (['state', 'plan', 'assets'].includes(ch)) this.#keep();
    this.#emit('change');
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

  #perform(entry, at, ct) {
    const settled = this.schedule.record(entry, at, ct);
    this.#emit('cue', entry);
    this.#settle([settled]);
    this.#emit('change');
  }

  #settle(settled) {
    this.acks.add(settled);
    this.#remember();
  }

  #remember() {
    this.memory?.write({ position: this.log.resume, done: this.schedule.doneIds() });
  }

  #changed(status, problem) {
    this.problem = problem;
    if (status === 'waiting') this.#lostAt ??= this.now();
    if (status === 'waiting') this.line.lost();
    if (status === 'live') this.acks.send();
    if (status === 'live') this.line.settled();
    if (OVER.includes(status)) {
      this.performer.stop();
      this.line.over();
    }
    if (status === 'ended') {
      this.keeping.forget();
      this.#emit('ended');
    }
    this.#emit('change');
  }

  #emit(kind, detail) {
    return this.#listeners.get(kind)?.(detail);
  }
}
