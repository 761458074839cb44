import { equal, truth, World } from './simulation.js';

const GATES = [{ id: 'main', name: 'Main gate', entry: true, exit: true, reentry: false, kinds: [], openFrom: null, openUntil: null }];
const BOOK = {
  popUp: 'u', phase: 'DOORS_OPEN', doors: '2026-12-01T16:30:00Z', closes: '2026-12-01T19:30:00Z', edition: 1, keys: [], gates: GATES,
  devices: [{ id: 'd-1', name: 'Phone of Ana', revokedAt: null }], kinds: ['free'], tickets: [{ ticket: 1, kind: 0, name: 'Mia' }, { ticket: 2, kind: 0, name: 'Noah Íñigo' }],
};
const DOOR = { phase: 'DOORS_OPEN', gates: GATES.map((gate) => ({ ...gate, count: { entries: 3, exits: 1, inside: 2, refused: 0 } })), all: { entries: 3, exits: 1, inside: 2, refused: 0 }, devices: BOOK.devices, incidents: [], untold: 0 };
const NOON = Date.parse('2026-12-01T17:00:00Z');

export default async (core) => {
  const { GateAlone } = await import(`${core}/gate-alone.js`);
  const { GateStore } = await import(`${core}/gate-store.js`);
  const { GateUpload } = await import(`${core}/gate-upload.js`);
  const { GateWatch } = await import(`${core}/gate-watch.js`);
  const { GateLink } = await import(`${core}/gate-link.js`);
  const { GateScans } = await import(`${core}/gate-scans.js`);
  const { counted } = await import(`${core}/gate-counted.js`);
  const { fateText, linkText, waitingText } = await import(`${core}/gate-words.js`);
  const freshStore = async () => new GateStore(indexedDB, `spec-${crypto.randomUUID()}`);
  /** A reader to which the text of a pass is the number of its ticket. */
  const reader = () => ({ read: async (code) => (Number(code) ? { reason: null, pass: { popUp: 'u', ticket: Number(code), issue: 1 } } : { reason: 'FORGED', pass: null }) });
  const alone = async (store, now = () => NOON) => {
    const it = new GateAlone({ popUp: 'u', store: store ?? (await freshStore()), now, reader });
    await it.load();
    if (!it.ready) await it.learn(BOOK, { asOf: NOON, mark: it.mark() });
    return it;
  };
  let n = 0;
  const shown = (code, more = {}) => ({ nonce: `n-${(n += 1)}`, code, gate: 'main', device: 'd-1', direction: 'ENTRY', ...more });

  /** A server that can be silent, and counts what reaches it. */
  const server = () => {
    const it = { away: false, posts: [], book: BOOK, fates: () => 'KEPT', verdict: { admitted: true, reason: 'OK', ticket: '1', kind: 'free' } };
    const gone = () => { throw Object.assign(new Error('nobody answers'), { code: 'unreachable' }); };
    it.get = async (path) => (it.away ? gone() : path.endsWith('/door') ? DOOR : { title: 'It', kinds: [], place: { zone: 'Europe/Berlin' } });
    it.getSince = async () => (it.away ? gone() : { body: it.book, tag: '"1"' });
    it.post = async (path, body) => {
      if (it.away) return gone();
      it.posts.push(body);
      return path.endsWith('/offline') ? { answers: body.scans.map(({ nonce }) => ({ nonce, fate: it.fates(nonce) })) } : it.verdict;
    };
    return it;
  };
  const watch = async (world, api, store) => {
    const it = new GateWatch({ popUp: 'u', api, store: store ?? (await freshStore()), timers: world.timers, now: () => NOON + world.now, verifies: async () => true });
    it.alone.reader = reader;
    await it.start();
    await it.read();
    return it;
  };

  return {
    async a_scan_is_on_the_device_before_its_verdict_is_told_and_still_there_after_a_restart() {
      const store = await freshStore();
      const first = await alone(store);
      const verdict = await first.decide(shown('1'));
      equal([verdict.reason, verdict.holder.name, verdict.alone], ['OK', 'Mia', true]);
      equal((await store.scans('u')).map(({ ticket, reason, told }) => [ticket, reason, told]), [[1, 'OK', false]]);
      const second = await alone(new GateStore(indexedDB, store.name));
      equal(second.untold.length, 1);
      const again = await second.decide(shown('1'));
      equal([again.reason, again.earlier.gateName, again.earlier.deviceName, again.earlier.admitted], ['ALREADY_INSIDE', 'Main gate', 'Phone of Ana', 1]);
    },
    async a_scan_that_cannot_be_kept_is_not_told_and_counts_for_nothing() {
      const it = await alone();
      const keep = it.store.keepScans.bind(it.store);
      it.store.keepScans = async () => { throw new Error('the disk is full'); };
      equal(await it.decide(shown('1')).catch(({ message }) => message), 'the disk is full');
      it.store.keepScans = keep;
      equal([(await it.decide(shown('1'))).reason, it.untold.length], ['OK', 1]);
    },
    async the_same_nonce_is_the_same_scan_and_two_at_once_are_one_admission() {
      const it = await alone();
      const scan = shown('1');
      const [one, other] = [await it.decide(scan), await it.decide(scan)];
      equal([one.reason, other.reason, it.untold.length], ['OK', 'OK', 1]);
      const both = await Promise.all([it.decide(shown('2')), it.decide(shown('2'))]);
      equal(both.map(({ reason }) => reason).sort(), ['ALREADY_INSIDE', 'OK']);
    },
    async inside_is_what_the_book_says_and_what_happened_here_since() {
      const it = await alone();
      const said = [];
      for (const [code, direction] of [['1', 'ENTRY'], ['1', 'EXIT'], ['1', 'ENTRY'], ['2', 'EXIT'], ['9', 'ENTRY'], ['x', 'ENTRY']]) said.push((await it.decide(shown(code, { direction }))).reason);
      equal(said, ['OK', 'OK', 'NO_REENTRY', 'OK', 'UNKNOWN_TICKET', 'FORGED']);
      equal([it.ticket(1).inside, it.ticket(1).entries, it.ticket(2).inside], [0, 1, 0]);
      const now = counted(DOOR, it.untold);
      equal([now.all, now.gates[0].count.entries], [{ entries: 4, exits: 3, inside: 1, refused: 3 }, 4]);
    },
    async a_supervisors_word_overrides_a_rule_and_no_forgery() {
      const it = await alone();
      await it.decide(shown('1'));
      equal([(await it.decide(shown('1', { override: 'Her twin' }))).reason, (await it.decide(shown('x', { override: 'Looks fine' }))).reason], ['OVERRIDDEN', 'FORGED']);
      equal(it.untold.map(({ override }) => override), [null, 'Her twin', null]);
    },
    async doors_open_and_close_by_the_clock_without_a_network() {
      let now = Date.parse('2026-12-01T16:29:59Z');
      const it = await alone(null, () => now);
      await it.learn({ ...BOOK, phase: 'PUBLISHED' }, { asOf: now, mark: [] });
      const said = [(await it.decide(shown('1'))).reason];
      now += 1000;
      said.push((await it.decide(shown('1'))).reason);
      now = Date.parse('2026-12-01T19:30:00Z');
      said.push((await it.decide(shown('2'))).reason);
      equal(said, ['TOO_EARLY', 'OK', 'TOO_LATE']);
    },
    async a_scan_stays_until_a_book_is_here_that_was_asked_for_after_the_server_had_it() {
      const it = await alone();
      const scan = shown('1');
      await it.decide(scan);
      const early = it.mark();
      await it.told([{ nonce: scan.nonce, fate: 'KEPT' }]);
      await it.learn(BOOK, { asOf: NOON, mark: early });
      equal([it.untold.length, it.ticket(1).inside], [0, 1]);
      await it.learn({ ...BOOK, tickets: [{ ticket: 1, kind: 0, entries: 1, inside: 1 }] }, { asOf: NOON, mark: it.mark() });
      equal([it.ticket(1).inside, (await it.store.scans('u')).length], [1, 0]);
    },
    async uploads_go_in_batches_and_what_is_not_taken_stays_with_its_reason() {
      const it = await alone();
      for (let i = 0; i < 7; i += 1) await it.decide(shown('x'));
      const refused = it.untold[3].nonce;
      const sizes = [];
      const upload = new GateUpload({ alone: it, most: 3, send: async ({ scans }) => {
        sizes.push(scans.length);
        return { answers: scans.map(({ nonce }) => ({ nonce, fate: nonce === refused ? 'DEVICE_REVOKED' : 'KEPT_ALREADY' })) };
      } });
      await Promise.all([upload.run(), upload.run()]);
      equal([sizes, it.untold.length, it.untaken.map(({ nonce }) => nonce)], [[3, 3, 1], 0, [refused]]);
      await it.again();
      equal([it.untold.length, it.untaken.length], [1, 0]);
    },
    async one_scan_that_the_server_cannot_read_holds_no_other_back() {
      const it = await alone();
      for (let i = 0; i < 3; i += 1) await it.decide(shown('x'));
      const bad = it.untold[1].nonce;
      const send = async ({ scans }) => {
        const at = scans.findIndex(({ nonce }) => nonce === bad);
        if (at >= 0) throw Object.assign(new Error('no'), { status: 400, field: `scans[${at}].pass` });
        return { answers: scans.map(({ nonce }) => ({ nonce, fate: 'KEPT' })) };
      };
      await new GateUpload({ alone: it, send }).run();
      equal([it.untold.length, it.untaken.map(({ fate }) => fate)], [0, ['NOT_UNDERSTOOD']]);
    },
    async the_door_goes_alone_by_itself_and_comes_back_when_everything_is_told() {
      const world = new World();
      const api = server();
      const it = await watch(world, api);
      const scans = new GateScans({ ask: (scan) => it.ask(scan), decide: (scan) => it.decide(scan), link: it.asks, nonce: () => `w-${(n += 1)}`, now: () => world.now });
      await scans.scan('1', { gate: 'main', device: 'd-1', direction: 'ENTRY' });
      equal([scans.last.verdict.alone ?? false, it.cut], [false, false]);
      api.away = true;
      await scans.scan('1', { gate: 'main', device: 'd-1', direction: 'ENTRY' });
      equal([scans.last.verdict.reason, scans.last.verdict.alone, it.cut, it.untold], ['ALREADY_INSIDE', true, true, 1]);
      await scans.scan('2', { gate: 'main', device: 'd-1', direction: 'ENTRY' });
      equal([scans.last.verdict.reason, it.untold], ['OK', 2]);
      await world.pass(30000);
      equal(it.cut, true);
      api.away = false;
      it.link.nudge();
      for (let i = 0; i < 200 && it.cut; i += 1) await new Promise((done) => setTimeout(done, 5));
      equal([it.cut, it.untold, api.posts.at(-1).scans.map(({ reason }) => reason)], [false, 0, ['ALREADY_INSIDE', 'OK']]);
    },
    async while_the_server_lacks_a_scan_it_is_not_asked() {
      const world = new World();
      const api = server();
      const it = await watch(world, api);
      await it.decide(shown('1'));
      const scans = new GateScans({ ask: (scan) => it.ask(scan), decide: (scan) => it.decide(scan), link: it.asks, nonce: () => `l-${(n += 1)}` });
      await scans.scan('1', { gate: 'main', device: 'd-1', direction: 'ENTRY' });
      equal([scans.last.verdict.reason, it.cut, api.posts.length], ['ALREADY_INSIDE', false, 0]);
      await it.count();
      equal([it.untold, api.posts.map(({ scans: sent }) => sent.length)], [0, [2]]);
      await scans.scan('2', { gate: 'main', device: 'd-1', direction: 'ENTRY' });
      equal([scans.last.verdict.alone ?? false, api.posts.length], [false, 2]);
    },
    async a_device_that_was_here_before_begins_without_a_network_and_another_cannot() {
      const world = new World();
      const api = server();
      const store = await freshStore();
      await watch(world, api, store);
      api.away = true;
      const again = new GateWatch({ popUp: 'u', api, store, timers: world.timers, now: () => NOON, verifies: async () => true });
      again.alone.reader = reader;
      await again.start();
      equal([again.cut, again.it.title, again.asOf !== null], [true, 'It', true]);
      const stranger = new GateWatch({ popUp: 'other', api, store, timers: world.timers, verifies: async () => true });
      equal(await stranger.start().catch(({ code }) => code), 'unreachable');
    },
    async a_browser_that_cannot_verify_leaves_a_scan_undecided() {
      const world = new World();
      const api = server();
      const it = await watch(world, api);
      it.can = false;
      api.away = true;
      const scans = new GateScans({ ask: (scan) => it.ask(scan), decide: (scan) => it.decide(scan), link: it.asks, nonce: () => 'v-1' });
      await scans.scan('1', { gate: 'main', device: 'd-1', direction: 'ENTRY' });
      equal([scans.last.state, it.untold], ['lost', 0]);
      truth(linkText(it, 'Europe/Berlin').includes('cannot tell'), 'and it is said');
    },
    async who_is_signed_out_meanwhile_is_told_and_loses_no_scan() {
      const world = new World();
      const api = server();
      const it = await watch(world, api);
      it.link.lost();
      await it.decide(shown('1'));
      api.get = async () => { throw Object.assign(new Error('Sign in.'), { status: 401 }); };
      it.link.nudge();
      for (let i = 0; i < 200 && !it.problem; i += 1) await new Promise((done) => setTimeout(done, 5));
      equal([it.problem.status, it.cut, it.untold], [401, true, 1]);
    },
    async the_link_is_tried_less_and_less_often_up_to_ten_seconds() {
      const world = new World();
      let tries = 0;
      const link = new GateLink({ reach: async () => { tries += 1; throw new Error('no'); }, timers: world.timers, random: () => 1 });
      link.lost();
      await world.pass(10000);
      const soon = tries;
      await world.pass(60000);
      truth(soon >= 4 && tries - soon >= 5 && tries - soon <= 8, `${soon}, then ${tries - soon}`);
      link.stop();
      await world.pass(60000);
      truth(tries <= soon + 8, 'a stopped one is silent');
    },
    async guests_are_found_by_any_part_of_their_name() {
      const it = await alone();
      equal([it.book.named('íñ').map(({ number }) => number), it.book.named(' MI').map(({ number }) => number), it.book.named('')], [[2], [1], []]);
    },
    async the_words_say_who_decides_what_waits_and_why_a_scan_was_not_taken() {
      equal(linkText({ cut: false, asOf: NOON, ready: true, can: true }, 'Europe/Berlin', 'en-GB'), 'Online. Guest list as of 18:00.');
      equal(linkText({ cut: true, asOf: NOON, ready: true, can: true }, 'Europe/Berlin', 'en-GB'), 'No connection. This device decides alone and uploads later. Guest list as of 18:00.');
      equal([waitingText(0), waitingText(1), waitingText(12)], ['', '1 scan waits for upload.', '12 scans wait for upload.']);
      equal(fateText('DEVICE_REVOKED'), 'this device had been revoked');
    },
  };
};
