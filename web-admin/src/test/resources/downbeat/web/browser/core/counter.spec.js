import { equal, truth, World } from './simulation.js';

const AT = Date.parse('2026-12-01T17:00:00Z');
const claim = (n, status, more = {}) => ({ dropId: 'd', dropTitle: 'Drop', claimId: String(n), code: `${n}-K3F9Q`, name: `Guest ${n}`, bundle: 'set', bundleName: 'Set', contents: [{ name: 'Shirt', count: 1 }], units: 1, left: 1, status, due: null, window: null, handedOverAt: null, by: null, ...more });
const BOOK = { popUpId: 'u', title: 'Square', zone: 'Europe/Berlin', claims: [claim(1, 'READY'), claim(2, 'CONFIRMED'), claim(3, 'READY', { due: { minor: 500, currency: 'EUR' } }), claim(4, 'READY', { units: 3, left: 3 }), claim(5, 'RELEASED')] };

/** What a counter decides and keeps, with and without a network. */
export default async (core) => {
  const { readCode, writeCode } = await import(`${core}/pickup-code.js`);
  const { inPackOrder } = await import(`${core}/counter-book.js`);
  const { CounterAlone } = await import(`${core}/counter-alone.js`);
  const { CounterWatch } = await import(`${core}/counter-watch.js`);
  const { counted, counterWords } = await import(`${core}/counter-words.js`);
  const { GateStore } = await import(`${core}/gate-store.js`);
  const { GateScans } = await import(`${core}/gate-scans.js`);

  let stores = 0;
  const freshStore = () => new GateStore(indexedDB, `counter-spec-${(stores += 1)}-${Math.random()}`);
  const alone = async (store = freshStore()) => {
    const it = new CounterAlone({ popUp: 'u', store, now: () => AT });
    await it.load();
    if (!it.ready) await it.learn(BOOK, { asOf: AT, mark: [] });
    return it;
  };
  const reasons = async (it, ...scans) => {
    const all = [];
    for (const [i, scan] of scans.entries()) all.push((await it.decide({ nonce: `n${i}`, ...scan })).reason);
    return all;
  };
  /** A server behind a wire that can be cut; it keeps what it is told. */
  const server = () => {
    const state = { away: false, kept: [], verdict: 'KEPT', book: BOOK, asked: [] };
    const wire = (answer) => {
      if (state.away) throw Object.assign(new Error('nobody answers'), {});
      return answer();
    };
    state.api = {
      getSince: async (path, tag) => wire(() => (tag === 't' ? { tag, body: null } : { tag: 't', body: state.book })),
      post: async (path, body) => wire(() => {
        state.asked.push([path, body]);
        if (path.endsWith('/offline')) {
          state.kept.push(...body.handovers);
          return { answers: body.handovers.map(({ nonce }) => ({ nonce, judgement: state.verdict })) };
        }
        if (path.endsWith('/ready')) return { claims: body.claims };
        if (state.refusal) throw Object.assign(new Error('no'), { status: 409, code: state.refusal });
        return { dropId: 'd', claimId: body.code.split('-')[0], name: 'Guest', bundleName: 'Set', units: body.units || 1, left: 0, at: '2026-12-01T17:00:00Z', by: 'me' };
      }),
    };
    return state;
  };
  const counter = async (state, world = new World(), store = freshStore()) => {
    const watch = new CounterWatch({ popUp: 'u', api: state.api, store, timers: world.timers, now: () => AT });
    let n = 0;
    const scans = new GateScans({ ask: (scan) => watch.ask(scan), decide: (scan) => watch.decide(scan), link: watch.asks, nonce: () => `s${(n += 1)}` });
    await watch.start();
    return { watch, scans, world, store };
  };

  return {
    a_code_is_read_however_it_is_typed_and_from_a_camera() {
      const is = { drop: null, code: '17-K3F10' };
      for (const text of ['17-K3F10', ' 17-k3f1o ', '17-k3fio', '1 7 - K 3 F L 0']) equal(readCode(text), is, text);
      equal(readCode('DBC1.d-4f.17-k3f10'), { drop: 'd-4f', code: '17-K3F10' });
      equal(writeCode(readCode('dbc1.D_x.17-K3F10')), 'DBC1.D_x.17-K3F10');
      for (const text of ['', 'hello', '17', '17-K3F1', '17-K3F1U', 'DBC1.17-K3F10', '-K3F10']) equal(readCode(text), null, text);
    },
    async the_rules_of_the_counter_are_those_of_the_server() {
      const it = await alone();
      equal(await reasons(it, { code: '1-k3f9q' }, { code: '1-K3F9Q' }, { code: '2-K3F9Q' }, { code: '2-K3F9Q', packed: true }, { code: '3-K3F9Q' }, { code: '3-K3F9Q', paid: true }),
        ['OK', 'ALREADY_HANDED_OVER', 'NOT_READY', 'OK', 'PAYMENT_DUE', 'OK']);
      equal(await reasons(it, { code: '5-K3F9Q', nonce: 'a' }, { code: '9-K3F9Q', nonce: 'b' }, { code: 'what', nonce: 'c' }), ['CLAIM_IS_OVER', 'NO_SUCH_CLAIM', 'UNREADABLE']);
    },
    async some_of_several_are_handed_over_and_never_more_than_are_left() {
      const it = await alone();
      equal(await reasons(it, { code: '4-K3F9Q', units: 2 }, { code: '4-K3F9Q', units: 2 }, { code: '4-K3F9Q', units: 1 }, { code: '4-K3F9Q' }), ['OK', 'MORE_THAN_LEFT', 'OK', 'ALREADY_HANDED_OVER']);
      equal(it.own.map(({ units }) => units), [2, 1]);
    },
    async the_same_nonce_hands_over_once_also_after_a_reload() {
      const store = freshStore();
      const it = await alone(store);
      equal(await reasons(it, { code: '1-K3F9Q' }), ['OK']);
      const again = await alone(store);
      equal([again.untold.length, ...(await reasons(again, { code: '1-K3F9Q' }))], [1, 'OK']);
      equal([again.untold.length, again.claimOf('1-K3F9Q').status], [1, 'HANDED_OVER']);
    },
    async a_lost_answer_is_decided_here_under_its_nonce_and_told_when_the_server_is_back() {
      const state = server();
      const { watch, scans, world } = await counter(state);
      state.away = true;
      await scans.scan('1-K3F9Q', {});
      equal([scans.last.verdict.reason, scans.last.verdict.alone, watch.cut, watch.untold], ['OK', true, true, 1]);
      state.away = false;
      for (let i = 0; i < 50 && watch.cut; i += 1) {
        await world.pass(1000);
        await new Promise((done) => setTimeout(done));
      }
      equal([watch.cut, watch.untold, state.kept.map(({ nonce, code }) => [nonce, code])], [false, 0, [['s1', 'DBC1.d.1-K3F9Q']]]);
    },
    async a_dispute_is_shown_until_somebody_has_seen_it() {
      const state = Object.assign(server(), { verdict: 'DISPUTED' });
      const { watch } = await counter(state);
      await watch.alone.decide({ nonce: 'x', code: '1-K3F9Q' });
      await watch.keepUp();
      equal([watch.untold, watch.untaken.map(({ fate }) => fate)], [0, ['DISPUTED']]);
      await watch.alone.seen();
      equal(watch.untaken, []);
    },
    async a_refusal_of_the_server_is_a_verdict_and_other_problems_are_none() {
      const state = Object.assign(server(), { refusal: 'wrong-point' });
      const { scans } = await counter(state);
      await scans.scan('1-K3F9Q', {});
      equal([scans.last.state, scans.last.verdict.reason, counterWords(scans.last).words], ['answered', 'WRONG_POINT', 'Wrong point']);
      state.refusal = 'not-signed-in';
      await scans.scan('1-K3F9Q', {});
      equal(scans.last.state, 'refused');
    },
    async of_several_units_somebody_says_how_many_before_anything_is_handed_over() {
      const state = server();
      const { scans } = await counter(state);
      await scans.scan('4-K3F9Q', {});
      equal([scans.last.verdict.reason, state.asked.length], ['HOW_MANY', 0]);
      await scans.scan('4-K3F9Q', { units: 2 });
      equal([scans.last.verdict.reason, state.asked[0][1].units], ['OK', 2]);
    },
    async what_is_packed_in_passing_is_said_to_be_ready_first() {
      const state = server();
      const { scans } = await counter(state);
      await scans.scan('2-K3F9Q', { packed: true });
      equal(state.asked.map(([path]) => path.split('/').at(-1)), ['ready', 'handovers']);
      equal(state.asked[0][1], { dropId: 'd', claims: ['2'] });
    },
    what_is_done_comes_last_on_the_pack_list_and_a_count_says_what_is_missing() {
      equal(inPackOrder([claim(9, 'HANDED_OVER'), claim(12, 'READY'), claim(2, 'CONFIRMED')]).map(({ claimId }) => claimId), ['2', '12', '9']);
      equal([counted({ left: 8 }, '7').difference, counted({ left: 8 }, '').difference], [-1, null]);
      truth(counterWords({ state: 'answered', verdict: { reason: 'SOMETHING_NEW' } }).why.includes('something new'), 'a reason of a newer server is said');
    },
  };
};
