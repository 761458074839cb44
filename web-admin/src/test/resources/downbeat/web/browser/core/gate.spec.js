import { equal, truth } from './simulation.js';

const ENTRY = { direction: 'ENTRY', gate: 'main' };
const REASONS = ['ALREADY_INSIDE', 'NO_REENTRY', 'CANCELLED', 'RELEASED', 'REPLACED', 'WRONG_GATE', 'NO_ENTRY_HERE', 'NO_EXIT_HERE', 'TOO_EARLY', 'TOO_LATE', 'POP_UP_CANCELLED', 'UNKNOWN_TICKET', 'FOREIGN', 'FORGED', 'UNREADABLE', 'UNKNOWN_KEY', 'EXPIRED'];

export default async (core) => {
  const { GateScans } = await import(`${core}/gate-scans.js`);
  const { earlierText, openWords, verdictWords } = await import(`${core}/gate-words.js`);
  const { GateMemory, placeAt } = await import(`${core}/gate-memory.js`);
  const { Api } = await import(`${core}/http.js`);

  /** A door that counts one admission per nonce, and loses the replies it is told to lose. */
  const door = (lost = 0) => {
    const seen = new Map();
    const state = { now: 0, asked: 0, admissions: () => [...seen.values()].filter((verdict) => verdict.admitted).length };
    const inside = new Set();
    const decide = ({ code }) => {
      const admitted = !inside.has(code);
      inside.add(code);
      return { admitted, reason: admitted ? 'OK' : 'ALREADY_INSIDE' };
    };
    let n = 0;
    const scans = new GateScans({
      ask: async (scan) => {
        state.asked += 1;
        if (!seen.has(scan.nonce)) seen.set(scan.nonce, decide(scan));
        if (state.asked <= lost) throw new Error('nobody answers');
        return seen.get(scan.nonce);
      },
      nonce: () => `n-${(n += 1)}`, now: () => state.now,
    });
    return { scans, state };
  };

  return {
    async a_pass_is_let_in_once_and_refused_the_second_time() {
      const { scans } = door();
      await scans.scan('A', ENTRY);
      equal([scans.last.state, scans.last.verdict.reason], ['answered', 'OK']);
      await scans.scan('A', ENTRY);
      equal([scans.last.verdict.reason, scans.list.length], ['ALREADY_INSIDE', 2]);
      truth(scans.list[0].nonce !== scans.list[1].nonce, 'each look has its own nonce');
    },
    async a_scan_whose_reply_was_lost_is_asked_again_under_its_nonce_and_is_one_admission() {
      const { scans, state } = door(1);
      await scans.scan('A', ENTRY);
      equal([scans.last.state, scans.last.verdict], ['lost', null]);
      await scans.again(scans.last);
      equal([scans.last.state, scans.last.verdict.reason, state.admissions(), scans.list.length], ['answered', 'OK', 1, 1]);
      equal(scans.again(scans.last), null);
      equal(state.asked, 2);
    },
    async the_wire_repeats_a_scan_by_itself_with_the_same_nonce() {
      const bodies = [];
      const api = new Api({
        pause: async () => {},
        send: async (path, { body }) => {
          bodies.push(JSON.parse(body));
          if (bodies.length < 3) throw new TypeError('failed to fetch');
          return new Response('{"admitted":true,"reason":"OK"}', { headers: { 'Content-Type': 'application/json' } });
        },
      });
      const scans = new GateScans({ nonce: () => 'n-7', ask: ({ nonce, code }) => api.post('/scans', { nonce, pass: code }) });
      await scans.scan('A', ENTRY);
      equal([scans.last.verdict.reason, bodies.map(({ nonce }) => nonce)], ['OK', ['n-7', 'n-7', 'n-7']]);
    },
    async a_refused_request_is_no_verdict_and_is_not_asked_again() {
      const scans = new GateScans({ nonce: () => 'n', ask: async () => { throw Object.assign(new Error('This device was revoked.'), { status: 403, code: 'device-is-revoked' }); } });
      await scans.scan('A', ENTRY);
      equal([scans.last.state, scans.last.problem.code, scans.again(scans.last)], ['refused', 'device-is-revoked', null]);
    },
    async a_pass_that_stays_before_the_camera_is_one_scan() {
      const { scans, state } = door();
      for (state.now = 0; state.now < 9000; state.now += 120) scans.see('A', ENTRY);
      equal(state.asked, 1);
      state.now += 3000;
      await scans.see('A', ENTRY);
      equal([state.asked, scans.last.verdict.reason], [2, 'ALREADY_INSIDE']);
    },
    async the_next_pass_before_the_camera_is_another_scan() {
      const { scans, state } = door();
      await scans.see('A', ENTRY);
      await scans.see('B', ENTRY);
      equal([state.asked, state.admissions()], [2, 2]);
    },
    async an_empty_line_is_no_scan_and_the_list_holds_ten() {
      const { scans, state } = door();
      equal(await scans.scan('  ', ENTRY), null);
      for (let i = 0; i < 12; i += 1) await scans.scan(` P${i} `, ENTRY);
      equal([state.asked, scans.list.length, scans.last.code], [12, 10, 'P11']);
    },
    async an_answer_that_comes_late_belongs_to_its_own_scan() {
      const answers = [];
      const scans = new GateScans({ nonce: () => `n-${answers.length}`, ask: () => new Promise((done) => answers.push(done)) });
      const [first, second] = [scans.scan('A', ENTRY), scans.scan('B', ENTRY)];
      answers[1]({ admitted: false, reason: 'FORGED' });
      await second;
      equal([scans.last.code, scans.last.verdict.reason, scans.list[1].state], ['B', 'FORGED', 'asking']);
      answers[0]({ admitted: true, reason: 'OK' });
      await first;
      equal([scans.last.verdict.reason, scans.list[1].verdict.reason], ['FORGED', 'OK']);
    },
    async every_reason_has_words_of_its_own_and_only_two_let_through() {
      const said = REASONS.map((reason) => verdictWords({ reason, direction: 'ENTRY' }));
      truth(said.every(({ tone, words, why }) => tone === 'no' && words && why), JSON.stringify(said));
      equal(new Set(said.map(({ words }) => words)).size, REASONS.length);
      equal([verdictWords({ reason: 'OK', direction: 'ENTRY' }), verdictWords({ reason: 'OK', direction: 'EXIT' }).words], [{ tone: 'in', words: 'Come in', why: '' }, 'Out']);
      equal(verdictWords({ reason: 'OVERRIDDEN', direction: 'ENTRY' }).tone, 'in');
    },
    async a_reason_nobody_knows_lets_nobody_in() {
      equal(verdictWords({ reason: 'NEW_RULE', direction: 'ENTRY' }), { tone: 'no', words: 'Not let in', why: 'The reason is new rule.' });
    },
    async no_answer_is_neither_yes_nor_no() {
      equal([openWords('lost').tone, openWords('asking').tone], ['unsure', 'wait']);
    },
    async the_earlier_scan_says_when_where_and_by_whom() {
      const earlier = { at: '2026-12-01T17:02:11Z', gate: 'main', gateName: 'Main gate', device: 'd-1', deviceName: 'Phone of Ana', admitted: 1, refused: 2 };
      equal(earlierText(earlier, 'Europe/Berlin', 'en-GB'), 'Came in at 18:02 through Main gate, scanned by Phone of Ana. Before this scan: let in once, refused 2 times.');
      equal(earlierText(null, 'Europe/Berlin'), '');
    },
    async a_device_stays_itself_until_it_is_revoked() {
      const kept = new Map();
      const memory = new GateMemory({ getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) }, 'u-1');
      equal(memory.read(), {});
      memory.write({ device: 'd-1', gate: 'side' });
      const gates = [{ id: 'main' }, { id: 'side' }];
      equal(placeAt(memory.read(), { devices: [{ id: 'd-1', revokedAt: null }], gates }), { device: { id: 'd-1', revokedAt: null }, gate: { id: 'side' } });
      equal(placeAt(memory.read(), { devices: [{ id: 'd-1', revokedAt: '2026-12-01T17:00:00Z' }], gates: [{ id: 'main' }] }), { device: null, gate: { id: 'main' } });
    },
  };
};
