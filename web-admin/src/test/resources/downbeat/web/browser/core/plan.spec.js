import { equal } from './simulation.js';

export default async (core) => {
  const plan = await import(`${core}/plan.js`);
  const time = await import(`${core}/time.js`);

  return {
    timers_are_never_negative_and_round_the_right_way() {
      equal([time.elapsed(-5), time.elapsed(59999), time.elapsed(3725000), time.elapsed(NaN)], ['0:00', '0:59', '1:02:05', '0:00']);
      equal([time.remaining(-1), time.remaining(1), time.remaining(60000)], ['0:00', '0:01', '1:00']);
    },
    a_position_stands_while_paused_and_stays_inside_the_plan() {
      equal(plan.positionAt({ at: 1000, plan: 500, running: true }, 1700, 10000), 1200);
      equal(plan.positionAt({ at: 1000, plan: 500, running: false }, 9999, 10000), 500);
      equal(plan.positionAt({ at: 1000, plan: 500, running: true }, 0, 10000), 0);
      equal(plan.positionAt({ at: 0, plan: 0, running: true }, 99999, 10000), 10000);
    },
    zones_follow_the_threshold() {
      equal([50, 60, 85, 100, 115, 150, null].map((p) => plan.zoneOf(p).zone), [1, 2, 3, 4, 5, 6, 0]);
    },
    a_ramp_asks_for_more_on_the_way() {
      const ramp = { fromMs: 0, toMs: 1000, powerFrom: 50, powerTo: 100 };
      equal([plan.powerAt(ramp, 0), plan.powerAt(ramp, 500), plan.powerAt(ramp, 5000)], [50, 75, 100]);
      equal([plan.targetOf(ramp), plan.targetOf({ powerFrom: null })], ['50 → 100 % FTP', 'Free ride']);
    },
    the_segment_and_the_next_words_are_found() {
      const p = { lengthMs: 200, segments: [{ index: 0, fromMs: 0, toMs: 100 }, { index: 1, fromMs: 100, toMs: 200 }], cues: [{ planAt: 50, verb: 'COUNT' }, { planAt: 150, verb: 'SAY', text: 'Go' }] };
      equal([plan.segmentAt(p, 99).index, plan.segmentAt(p, 100).index, plan.segmentAt(p, 200).index], [0, 1, 1]);
      equal(plan.nextWords(p, 0).planAt, 150);
      equal(plan.nextWords(p, 150), null);
    },
    lines_of_one_instant_are_one_text() {
      const say = (planAt, text) => ({ planAt, verb: 'SAY', text });
      const p = { cues: [say(35, 'Time to get warmed up and'), { planAt: 35, verb: 'TONE', text: '' }, say(35, 'get your cadence up'), say(40, 'Later')] };
      equal(plan.nextWords(p, 0), { planAt: 35, text: 'Time to get warmed up and get your cadence up' });
    },
  };
};
