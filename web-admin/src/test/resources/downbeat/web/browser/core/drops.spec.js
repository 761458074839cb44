import { equal, truth } from './simulation.js';

const NOW = Date.parse('2026-12-01T17:00:00Z');
const WINDOW = { id: 'w1', start: '2026-12-01T18:00:00+01:00', end: '2026-12-01T19:00:00+01:00', capacity: 10, left: 4 };
const POINT = { point: 'hall', name: 'Market hall', zone: 'Europe/Berlin', closed: null, left: { set: 2 }, windows: [WINDOW] };
const SET = { id: 'set', name: 'Set', price: { minor: 1500, currency: 'EUR' }, contents: { shirt: 1 }, downloads: [] };
const MINE = { obstacle: null, attended: { percent: 90, reps: 0 }, from: null, spot: null, claims: [], waiting: null, offer: null };
const drop = (more = {}) => ({ dropId: 'd', phase: 'OPEN', bundles: [SET], points: [POINT], components: [{ id: 'shirt', name: 'Shirt' }], perMember: 2, line: { perSecond: 0, size: 0 }, mine: MINE, ...more });
const memory = () => {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value), removeItem: (key) => kept.delete(key) };
};

/** Drops as members and trainers see them, without a screen. */
export default async (core) => {
  const words = await import(`${core}/drop-words.js`);
  const { choiceFor, PickupMemory } = await import(`${core}/drop-choice.js`);
  const { ClaimIntent, isFinal } = await import(`${core}/drop-intent.js`);
  const { sha256, verified } = await import(`${core}/drop-lots.js`);
  const draft = await import(`${core}/drop-draft.js`);

  return {
    where_a_member_stands_is_one_thing_at_a_time() {
      const at = (more, now = NOW) => words.standingOf(drop(more), now);
      const soon = '2026-12-01T17:00:10Z';
      equal([at({ phase: 'DRAFT' }), at({ phase: 'ANNOUNCED' }), at({ phase: 'CLOSED' }), at({ phase: 'CANCELLED' })], ['draft', 'announced', 'over', 'cancelled']);
      equal([at({ mine: null }), at({ mine: { ...MINE, obstacle: 'NOT_THERE' } }), at({ mine: { ...MINE, from: soon } }), at({})], ['nobody', 'not-eligible', 'head-start', 'open']);
      const line = { perSecond: 20, size: 3 };
      const spot = { position: 3, of: 3, turn: soon };
      equal([at({ line }), at({ line, mine: { ...MINE, spot } }), at({ line, mine: { ...MINE, spot } }, Date.parse(soon))], ['outside', 'in-line', 'open']);
    },
    an_admission_lasts_longer_than_a_claim_is_on_its_way() {
      const until = (seconds) => ({ token: 't', expiresAt: new Date(NOW + seconds * 1000).toISOString() });
      equal([null, undefined, until(-1), until(30), until(31)].map((it) => words.lasts(it, NOW)), [false, false, false, false, true]);
    },
    what_speaks_against_somebody_is_said_to_them() {
      const rule = { percent: 60, reps: 0, audience: 'IN_ROOM' };
      truth(words.obstacleText({ obstacle: 'TOO_LITTLE', attended: { percent: 40, reps: 0 } }, rule).endsWith('you were there for 40 %.'), 'how much, and how much is needed');
      truth(words.obstacleText({ obstacle: 'OTHER_AUDIENCE' }, rule).includes('in the room'), 'for whom it is');
      equal(words.forWhomText(null), 'For everybody.');
    },
    a_window_is_told_on_the_clocks_of_its_place_and_so_are_instants_in_a_refusal() {
      equal(words.windowText(WINDOW, 'en-GB'), 'Tue 1 Dec, 18:00 to 19:00');
      equal(words.withClocks('Try again at 2026-12-01T17:00:05Z.', 'Europe/Berlin', NOW, 'en-GB'), 'Try again at 18:00.');
    },
    one_tap_claims_where_one_collected_before_and_elsewhere_only_when_nothing_is_left_there() {
      const far = { ...POINT, point: 'harbour', left: { set: 5 }, windows: [{ ...WINDOW, id: 'w2' }] };
      const it = drop({ points: [POINT, far] });
      equal(choiceFor(it, SET, { point: 'harbour' }, NOW), { point: 'harbour', window: 'w2', left: 5 });
      equal(choiceFor(it, SET, {}, NOW), { point: 'hall', window: 'w1', left: 2 });
      equal(choiceFor(drop({ points: [{ ...POINT, left: { set: 0 } }, far] }), SET, { point: 'hall' }, NOW).point, 'harbour');
      equal(choiceFor(drop({ points: [{ ...POINT, closed: 'rain' }, far] }), SET, { point: 'hall' }, NOW).point, 'harbour');
      equal(choiceFor(it, SET, { point: 'hall' }, Date.parse(WINDOW.end)).window, null);
      const kept = new PickupMemory(memory());
      kept.write({ point: 'harbour', window: 'w2', paying: 'AT_PICKUP', units: 2 });
      equal(kept.read(), { point: 'harbour', window: 'w2', paying: 'AT_PICKUP' });
    },
    a_claim_keeps_its_key_until_the_server_has_answered_also_over_a_reload() {
      const store = memory();
      let [n, now] = [0, 0];
      const intent = () => new ClaimIntent(store, 'd', { key: () => `k${(n += 1)}`, now: () => now });
      const body = { bundle: 'set', units: 1 };
      equal(intent().begin('/drops/d/claims', body).key, 'k1');
      equal(intent().begin('/drops/d/claims', body).key, 'k1');
      equal(intent().pending.body, body);
      equal(intent().begin('/drops/d/claims', { bundle: 'set', units: 2 }).key, 'k2');
      intent().settled();
      equal([intent().pending, intent().begin('/drops/d/claims', body).key], [null, 'k3']);
      now = 11 * 60000;
      equal(intent().pending, null);
      equal([isFinal({ status: 409 }), isFinal({ status: 201 }), isFinal({ status: 429 }), isFinal({ status: 503 }), isFinal({})], [true, true, false, false, false]);
    },
    async anybody_can_draw_the_order_of_the_waiting_room_again() {
      const seed = '5e'.repeat(32);
      const who = ['p1', 'p2', 'p3', 'p4'];
      const lots = (await Promise.all(who.map((it) => sha256(`${seed}:${it}`)))).sort();
      const line = { seed, commitment: await sha256(seed), lots };
      const position = lots.indexOf(await sha256(`${seed}:p2`)) + 1;
      const { lot, ...good } = await verified(line, 'p2', position);
      equal([good, lot], [{ promised: true, own: true, drawn: true }, lots[position - 1]]);
      equal((await verified(line, 'p2', (position % 4) + 1)).own, false);
      equal((await verified({ ...line, commitment: 'f0' }, 'p2', position)).promised, false);
      equal((await verified({ ...line, lots: [lots[3], lots[0]] }, 'p2', 2)).drawn, false);
      equal(await verified({ ...line, seed: null }, 'p2', 1), null);
    },
    a_drop_goes_through_its_form_unchanged() {
      const it = { title: 'T', description: '', classId: 'c', components: [{ id: 'shirt', name: 'Shirt' }, { id: 'bar', name: 'Bar' }],
        bundles: [{ id: 'set', name: 'Set', description: '', price: { minor: 1250, currency: 'EUR' }, contents: { shirt: 1, bar: 2 }, downloads: [] }],
        points: [{ point: 'hall', stock: { shirt: 3, bar: 6 }, windows: [WINDOW] }], perMember: 1, eligibility: { percent: 50, reps: 0, audience: 'EVERYBODY', headStartSeconds: 0 }, timing: { openMinutes: 60, holdMinutes: 10, graceMinutes: 0, perSecond: 0 } };
      const form = draft.draftOfDrop(it);
      equal(draft.checkDrop(form), {});
      const { points, ...rest } = draft.dropRequest(form);
      equal(points, [{ point: 'hall', stock: { shirt: 3, bar: 6 }, windows: [{ id: 'w1', start: '2026-12-01T18:00', minutes: 60, capacity: 10 }] }]);
      const { points: _, ...same } = it;
      equal(rest, same);
      const said = draft.withForm(form, { title: 'U', 'bundles[0].contents[1]': '3', 'points[0].windows[0].minutes': '30', 'nothing[0].here': 'x' });
      equal([said.title, said.bundles[0].contents, said.points[0].windows[0].minutes], ['U', [1, '3'], '30']);
      equal(draft.dropRequest(draft.withoutComponent(form, 0)).bundles[0].contents, { bar: 2 });
    },
    a_copy_of_a_past_drop_lies_ahead_and_belongs_to_no_class() {
      const past = draft.copyOfDrop({ ...drop(), title: 'T', description: '', classId: 'c', timing: {}, eligibility: null }, Date.parse('2026-12-20T00:00:00Z'));
      equal([past.classId, past.points[0].windows[0].start], ['', '2026-12-22T18:00']);
    },
    what_is_wrong_with_a_drop_stands_at_its_field() {
      const errors = (more) => Object.keys(draft.checkDrop({ ...draft.freshDrop(), title: 'T', components: [{ id: '', name: 'Shirt' }], bundles: [{ ...draft.freshBundle(1), name: 'Set' }], points: [draft.freshPoint(null, 1)], ...more }));
      equal([errors({}), errors({ title: '' }), errors({ points: [] }), errors({ audience: 'EVERYBODY' })], [[], ['title'], ['points'], ['classId']]);
      equal(errors({ bundles: [{ ...draft.freshBundle(1), name: 'Set', price: 'a lot', contents: ['0'] }] }), ['bundles[0].price', 'bundles[0].contents[0]']);
    },
    claims_by_tenths_of_the_time_add_up() {
      equal([draft.soFar([3, 2, 0]), draft.shareText(0.593), draft.shareText(null)], [[0, 3, 5, 5], '59 %', '–']);
    },
    async a_forecast_says_what_it_stands_on_and_whether_the_stock_will_do() {
      equal(draft.forecastText({ booked: 30, drops: 2, units: 10, low: 7, high: 18, stock: 20 }), 'About 10 bundles, 7 to 18 as your drops went one by one, by your last 2 drops and the 30 who have booked. Your stock of 20 is enough for all of that.');
      equal(draft.forecastText({ booked: 4, drops: 1, units: 1, low: 1, high: 1, stock: 0 }), 'About 1 bundle, by your last drop and the 4 who have booked. Your stock of 0 will probably not be enough.');
      equal(draft.forecastText({ booked: 30, drops: 2, units: 10, low: 7, high: 18, stock: 12 }).includes('is enough unless it goes as well as your best'), true);
      equal(draft.forecastText(null), '');
    },
  };
};
