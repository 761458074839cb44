import { equal } from './simulation.js';

export default async (core) => {
  const { happened, momentOf, needsHelp } = await import(`${core}/moments.js`);
  const { plainly } = await import(`${core}/rungs.js`);
  const { maxHrOf, readHeart } = await import(`${core}/heart.js`);
  const { rosterAfter, turnout } = await import(`${core}/roster.js`);

  const asks = (confirmed) => ({ cueId: 'a-1', confirmed, of: 3 });
  const session = (more = {}) => ({ status: 'live', hands: { hands: [] }, asks: asks(0), state: { ask: { cueId: 'a-1' } }, ...more });
  const hands = (...members) => ({ hands: members.map((member) => ({ member })) });
  const between = (...sessions) => sessions.map(momentOf).map((now, i, all) => happened(all[i - 1], now));

  return {
    a_hand_that_goes_up_is_felt_once_and_one_that_goes_down_is_not() {
      equal(between(session(), session({ hands: hands('mia') }), session({ hands: hands('mia') }), session({ hands: hands('mia', 'noah') }), session({ hands: hands('noah') })),
        [[], ['hand'], [], ['hand'], []]);
    },
    an_ask_is_felt_when_the_last_has_answered_and_not_when_nobody_is_there_to_ask() {
      equal(between(session(), session({ asks: asks(2) }), session({ asks: asks(3) }), session({ asks: asks(3) })), [[], [], ['answered'], []]);
      equal(between(session(), session({ asks: { cueId: 'a-1', confirmed: 0, of: 0 } })), [[], []]);
      equal(between(session(), session({ asks: { cueId: 'a-0', confirmed: 3, of: 3 } })), [[], []], 'the tally of another ask');
    },
    the_link_that_goes_and_comes_back_is_felt_first() {
      equal(between(session(), session({ status: 'waiting' }), session({ status: 'connecting' }), session({ hands: hands('mia') })), [[], ['lost'], [], ['back', 'hand']]);
    },
    who_needs_help_is_counted() {
      const gauge = { members: [{ rung: 'FULL' }, { rung: 'LEAN' }, { rung: 'AUTONOMOUS' }, { rung: null }] };
      equal(needsHelp(session({ hands: hands('mia'), asks: asks(1), gauge })), { hands: 1, missing: 2, fallback: 2 });
      equal(needsHelp({ state: null }), { hands: 0, missing: 0, fallback: 0 });
    },
    who_is_in_the_room_is_counted_there_with_and_without_a_device() {
      const row = (member, here, room) => ({ member, here, room });
      const roster = rosterAfter(new Map(), { full: true, members: [row('mia', true, true), row('ben', false, true), row('noah', true, false), row('zoe', false, false)] });
      equal(turnout(roster, 3), { room: 5, online: 1 });
      equal(turnout(rosterAfter(roster, { members: [row('mia', true, false)] })), { room: 1, online: 2 }, 'out of the room, with the phone still on');
    },
    why_a_link_is_on_its_rung_is_said_in_plain_words() {
      equal(['loss 6 % for 2 s', 'round trip 1510 ms for 1 s', 'pinned to AUDIO_FIRST', '8 s clean', 'nothing heard for 3 s', 'something new', null].map(plainly),
        ['6 % of what is sent gets no answer', 'an answer takes 1.5 s', 'data is being saved', 'it was bad and is coming back step by step', 'the device fell silent', 'something new', '']);
    },
    a_maximal_heart_rate_is_what_was_measured_or_follows_from_the_age() {
      equal([maxHrOf(30), maxHrOf(60)], [187, 166]);
      equal([readHeart({ measured: '184', age: '60' }), readHeart({ age: ' 60 ' }), readHeart({})], [{ maxHr: 184 }, { maxHr: 166 }, { maxHr: null }]);
      equal([readHeart({ measured: '99' }).field, readHeart({ measured: '231' }).field, readHeart({ measured: '18x' }).field, readHeart({ age: '9' }).field, readHeart({ measured: '-1' }).field], ['measured', 'measured', 'measured', 'age', 'measured']);
    },
  };
};
