/** The desk of an organizer: gates as a form has them, times of a place, and codes that are handed on. */
export default async function (core) {
  const { instantAt, localAt } = await import(`${core}/place-instant.js`);
  const { checkGates, draftFrom, fieldOf, freshGate, requestOf, withForm } = await import(`${core}/gates-draft.js`);
  const { HandedCode, readTransfer } = await import(`${core}/handed.js`);
  const BERLIN = 'Europe/Berlin';
  const same = (is, be, what) => {
    if (JSON.stringify(is) !== JSON.stringify(be)) throw new Error(`${what}: is ${JSON.stringify(is)}, must be ${JSON.stringify(be)}`);
  };
  const gate = (more) => ({ ...freshGate(), id: 'main', name: 'Main gate', ...more });

  return {
    a_time_of_a_place_and_its_instant_lead_to_each_other_in_summer_and_in_winter: () => {
      for (const zone of [BERLIN, 'America/St_Johns', 'Asia/Kolkata', 'Pacific/Kiritimati', 'UTC'])
        for (const instant of ['2026-07-01T17:00:00Z', '2026-12-01T17:00:00Z', '2027-03-01T00:30:00Z']) same(instantAt(localAt(instant, zone), zone), instant, zone);
      same(instantAt('2026-12-01T18:00', BERLIN), '2026-12-01T17:00:00Z', 'winter');
    },
    an_hour_that_the_clocks_leave_out_is_none_and_of_one_that_happens_twice_the_first_counts: () => {
      same(instantAt('2026-03-29T02:30', BERLIN), null, 'spring');
      same(instantAt('2026-10-25T02:30', BERLIN), '2026-10-25T00:30:00Z', 'autumn');
    },
    what_is_no_time_is_none: () => ['', 'soon', '2026-13-01T10:00', '2026-12-01'].forEach((text) => same(instantAt(text, BERLIN), null, text)),
    gates_go_through_their_form_unchanged: () => {
      const gates = [{ id: 'main', name: 'Main gate', entry: true, exit: false, reentry: true, kinds: ['free'], openFrom: '2026-12-01T17:00:00Z', openUntil: '2026-12-01T18:00:00Z' }];
      same(requestOf(draftFrom(gates, BERLIN), BERLIN), { gates }, 'request');
      same(checkGates(draftFrom(gates, BERLIN), BERLIN), {}, 'errors');
    },
    the_form_says_what_a_gate_is: () => {
      const said = { 'gates[0].name': 'North', 'gates[0].entry': false, 'gates[0].exit': true, 'gates[0].reentry': false, 'gates[0].kind.free': true, 'gates[0].kind.bike': false, 'gates[0].openFrom': '', 'gates[0].openUntil': '' };
      same(withForm([gate({ kinds: ['bike'] })], said), [gate({ name: 'North', entry: false, kinds: ['free'] })], 'gate');
    },
    a_new_gate_gets_an_id_of_its_name_and_one_of_its_own_where_that_is_taken: () => {
      const ids = requestOf([gate({ id: 'north-gate' }), gate({ id: '', name: 'North gate' }), gate({ id: '', name: 'Ворота' })], BERLIN).gates.map(({ id }) => id);
      same(ids, ['north-gate', 'north-gate-2', 'gate'], 'ids');
    },
    what_is_wrong_with_a_gate_stands_at_its_field: () => {
      const errors = (more) => Object.keys(checkGates([gate(more)], BERLIN));
      same(errors({ name: '' }), ['gates[0].name'], 'name');
      same(errors({ entry: false, exit: false }), ['gates[0].entry'], 'no way through');
      same(errors({ openFrom: '2026-12-01T18:00' }), ['gates[0].openUntil'], 'half a time');
      same(errors({ openFrom: '2026-03-29T02:30', openUntil: '2026-03-29T05:00' }), ['gates[0].openFrom'], 'an hour left out');
      same(errors({ openFrom: '2026-12-01T18:00', openUntil: '2026-12-01T18:00' }), ['gates[0].openUntil'], 'no time');
    },
    a_refusal_of_the_server_finds_its_field: () => {
      same(['gates[2].kinds[0]', 'gates[1].openUntil', 'gates', null].map(fieldOf), ['gates[2].name', 'gates[1].openUntil', null, null], 'fields');
    },
    who_never_comes_in_does_not_come_in_again: () => same(requestOf([gate({ entry: false, reentry: true })], BERLIN).gates[0].reentry, false, 're-entry'),
    a_code_tells_the_eye_what_it_is_for: () => {
      const payload = btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify({ ticket: '7', kind: 'free', name: 'Łucja' })))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
      same(readTransfer(`e30.${payload}.c2ln`), { ticket: '7', kind: 'free', giver: 'Łucja' }, 'code');
      ['', 'x', 'a.b.c', 'e30.e30.x'].forEach((text) => same(readTransfer(text), null, text));
    },
    a_code_survives_signing_in_and_goes_when_the_ticket_is_taken: () => {
      const store = new Map();
      const kept = new HandedCode({ getItem: (k) => store.get(k) ?? null, setItem: (k, v) => store.set(k, v), removeItem: (k) => store.delete(k) }, 'u-1');
      same(kept.read(''), '', 'nothing');
      kept.keep(kept.read('#abc'));
      same(kept.read(''), 'abc', 'kept');
      kept.forget();
      same(kept.read(''), '', 'gone');
      const shut = () => {
        throw new Error('no store');
      };
      const none = new HandedCode({ getItem: shut, setItem: shut, removeItem: shut }, 'u-1');
      none.keep('abc');
      none.forget();
      same(none.read('#abc'), 'abc', 'without a store');
    },
  };
}
