/** A class that answers cue.v1 in the simulated world: class time, a log, replay, and a link that can be cut. */
export class ClassServer {
  epoch = 'e1';
  gen = 1;
  cues = [];
  acks = [];
  commands = [];
  joins = 0;
  sockets = new Set();
  linked = true;
  delay = 5;
  state = { phase: 'LIVE', rev: 1, anchor: { at: 0, plan: 0, running: true }, segment: 0, ask: null, startedAt: 0, resumedAt: null };
  plan = null;
  window = 4096;
  /** Seconds that a device waits for its turn. */
  waits = 0;

  constructor(world, { zero = 0 } = {}) {
    Object.assign(this, { world, zero });
  }

  get classTime() {
    return this.world.now - this.zero;
  }

  /** Whether a device without a link is told so at once, or hears nothing of what it asks. */
  honest = true;
  /** What went out before a dishonest link came back stays lost for long: TCP waits ever longer between its tries. */
  #line = 0;
  /** Whether the node takes no device in, though it answers. */
  refuses = false;
  knocks = 0;
  /** How many probes it leaves without an answer. */
  loses = 0;

  join = async () => {
    this.joins += 1;
    if (!this.linked && !this.honest) return new Promise(() => {});
    if (!this.linked) throw Object.assign(new Error('down'), { code: 'unreachable' });
    if (this.refuses) throw Object.assign(new Error('busy'), { code: 'busy', status: 503 });
    return { token: `t${this.joins}`, url: 'ws://class', expiresAt: null };
  };

  knock = () => {
    this.knocks += 1;
    return new Promise((answered) => this.#later(answered));
  };

  open = () => {
    const line = this.#line;
    const ws = { line, readyState: 0, send: (text) => this.#later(() => this.#receive(ws, JSON.parse(text)), line), close: () => this.sockets.delete(ws) };
    this.#later(() => {
      this.sockets.add(ws);
      ws.readyState = 1;
      ws.onopen?.();
    }, line);
    return ws;
  };

  /** Appends a cue and pushes it to everyone. */
  cue(cue) {
    const one = { epoch: this.epoch, gen: this.gen, offset: this.cues.length + 1, kind: 'LIVE', verb: 'SAY', text: 'x', rev: 0, at: this.classTime + 60, ...cue };
    this.cues.push(one);
    for (const ws of this.sockets) this.#send(ws, { push: { ch: 'cue', cue: one } });
    return one;
  }

  push(push) {
    for (const ws of this.sockets) this.#send(ws, { push });
  }

  /** The network goes silent in both directions; nobody is told. */
  cut() {
    this.linked = false;
  }

  heal() {
    this.linked = true;
    if (!this.honest) this.#line += 1;
  }

  close(code) {
    for (const ws of [...this.sockets]) {
      this.sockets.delete(ws);
      ws.readyState = 3;
      ws.onclose?.({ code });
    }
  }

  #later(run, line = this.#line) {
    this.world.timers.set(() => this.linked && line === this.#line && run(), this.delay);
  }

  #send(ws, frame) {
    this.#later(() => ws.onmessage?.({ data: JSON.stringify(frame) }), ws.line);
  }

  #receive(ws, frame) {
    const { id, ...verbs } = frame;
    const [verb, body] = Object.entries(verbs)[0];
    if (verb === 'connect') return this.#connect(ws, id, body);
    if (verb === 'clock' && this.loses > 0) return (this.loses -= 1);
    if (verb === 'clock') return this.#send(ws, { id, clock: { t0: body.t0, t: this.classTime, err: 0.5 } });
    if (verb === 'ack') return this.acks.push(...body.cues);
    this.commands.push({ verb, ...body });
    this.#send(ws, { id, [verb]: { cueId: body.cueId } });
  }

  #connect(ws, id, hello) {
    if (this.waits === 0 || hello.resume) return this.#letIn(ws, id, hello);
    for (let left = this.waits; left > 0; left -= 1) {
      this.world.timers.set(() => this.#send(ws, { push: { ch: 'queue', queue: { position: left, of: this.waits, etaMs: 1000 * left } } }), 1000 * (this.waits - left));
    }
    this.world.timers.set(() => this.#letIn(ws, id, hello), 1000 * this.waits);
  }

  #letIn(ws, id, { resume }) {
    const rewind = resume && resume.offset > this.cues.length ? this.cues.length : null;
    const from = rewind ?? resume?.offset ?? 0;
    const recovered = Boolean(resume) && resume.epoch === this.epoch && this.cues.length - from <= this.window;
    const missed = recovered ? this.cues.slice(from) : [];
    this.#send(ws, { id, connect: { class: 'c1', me: { member: 'p1', name: 'Mia', role: 'MEMBER' }, epoch: this.epoch, gen: this.gen, offset: this.cues.length,
      recovered, replayed: missed.length, rewind, pop: 'local', t: this.classTime, err: 0.5, state: this.state, plan: this.plan, hands: { rev: 0, hands: [] }, roster: { rev: 1, count: 1, members: [] } } });
    for (const cue of missed) this.#send(ws, { push: { ch: 'cue', cue, replay: true } });
  }
}
