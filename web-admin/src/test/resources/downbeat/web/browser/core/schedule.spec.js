import { equal, seeded, truth } from './simulation.js';

export default async (core) => {
  const { Schedule } = await import(`${core}/schedule.js`);
  const { Acks } = await import(`${core}/acks.js`);
  const cue = (offset, cueId, at, rev = 0, kind = 'PLANNED') => ({ epoch: 'e1', gen: 1, offset, cueId, kind, verb: 'SAY', at, rev });
  const plan = { lengthMs: 60000, segments: [], cues: [{ cueId: 'p-0', planAt: 1000, verb: 'SAY', text: 'a' }, { cueId: 'p-1', planAt: 5000, verb: 'SAY', text: 'b' }] };
  const running = (at, planAt) => ({ anchor: { at, plan: planAt, running: true } });
  const run = (schedule, ct) => schedule.due(ct).map((e) => ({ ...schedule.record(e, ct, ct), id: e.cue.cueId, sound: e.sound }));

  return {
    a_cue_is_executed_at_its_time_and_once() {
      const s = new Schedule();
      equal(s.offer(cue(1, 'p-0', 1000)), []);
      equal(run(s, 999), []);
      equal(run(s, 1003).map((x) => x.how), ['ONTIME']);
      equal(run(s, 2000), []);
      equal(s.offer(cue(1, 'p-0', 1000)).map((x) => [x.how, x.ct]), [['ONTIME', 1003]]);
    },
    lateness_has_three_names() {
      const s = new Schedule();
      for (const [i, at] of [970, 500, -1500].entries()) s.offer(cue(i + 1, `p-${i}`, at));
      equal(run(s, 1000).map((x) => [x.how, x.sound]), [['EXPIRED', false], ['LATE', true], ['ONTIME', true]]);
    },
    what_is_replayed_too_late_is_state_not_sound() {
      const s = new Schedule();
      s.offer(cue(1, 't-1', 1000, 0, 'LIVE'), true);
      equal(run(s, 9000).map((x) => [x.how, x.sound]), [['REPLAYED', false]]);
    },
    a_revision_moves_what_has_not_been_executed() {
      const s = new Schedule();
      s.offer(cue(1, 'p-0', 1000));
      equal(s.offer(cue(2, 'p-0', 6000, 1)), [{ offset: 1, at: null, ct: null, how: 'WITHDRAWN' }]);
      equal(run(s, 1000), []);
      equal(run(s, 6000).map((x) => [x.offset, x.how]), [[2, 'ONTIME']]);
    },
    a_lower_revision_that_comes_later_changes_nothing() {
      const s = new Schedule();
      s.offer(cue(2, 'p-0', 6000, 2));
      s.offer(cue(3, 'p-0', 1000, 1));
      equal(s.next(), 6000);
    },
    a_withdrawn_cue_waits_and_may_come_back() {
      const s = new Schedule();
      s.offer(cue(1, 'p-0', 1000));
      equal(s.offer(cue(2, 'p-0', null, 1)).map((x) => x.offset), [1, 2]);
      equal(s.next(), null);
      s.offer(cue(3, 'p-0', 4000, 2));
      equal(run(s, 4000).map((x) => x.offset), [3]);
    },
    a_revision_after_the_execution_does_not_sound_again() {
      const s = new Schedule();
      s.offer(cue(1, 'p-0', 1000));
      run(s, 1000);
      equal(s.offer(cue(2, 'p-0', 3000, 1)), [{ offset: 2, at: null, ct: null, how: 'WITHDRAWN' }]);
      equal(run(s, 3000), []);
    },
    the_plan_runs_without_a_socket_and_its_cue_is_acked_when_it_arrives() {
      const s = new Schedule();
      s.follow(plan, running(100, 0), 100);
      equal(run(s, 1100).map((x) => [x.id, x.offset, x.how]), [['p-0', null, 'ONTIME']]);
      equal(s.offer(cue(4, 'p-0', 1100), true).map((x) => [x.offset, x.how, x.ct]), [[4, 'ONTIME', 1100]]);
    },
    pause_holds_the_plan_and_resume_moves_it() {
      const s = new Schedule();
      s.follow(plan, running(0, 0), 0);
      s.follow(plan, { anchor: { at: 500, plan: 500, running: false } }, 500);
      equal(s.next(), null);
      s.follow(plan, running(10000, 500), 10000);
      equal(s.next(), 10500);
    },
    skipping_ahead_leaves_out_what_was_jumped_over() {
      const s = new Schedule();
      s.follow(plan, running(0, 0), 0);
      s.follow(plan, running(200, 4000), 200);
      equal(run(s, 1200).map((x) => x.id), ['p-1']);
      equal(s.next(), null);
    },
    joining_in_the_middle_does_not_play_the_past() {
      const s = new Schedule();
      s.follow(plan, running(0, 0), 4500);
      equal(run(s, 4600), []);
      equal(s.next(), 5000);
    },
    after_a_reload_nothing_sounds_twice() {
      const first = new Schedule();
      first.offer(cue(1, 'p-0', 1000));
      run(first, 1000);
      const second = new Schedule(first.doneIds());
      equal(second.offer(cue(1, 'p-0', 1000), true).map((x) => x.how), ['REPLAYED']);
      equal(run(second, 1001), []);
    },
    whatever_order_revisions_come_in_each_cue_id_is_executed_at_most_once_and_every_offset_settled() {
      for (let seed = 1; seed <= 200; seed += 1) {
        const random = seeded(seed);
        const s = new Schedule();
        const count = new Map();
        const settled = new Map();
        const note = (list) => list.forEach((x) => x.offset !== null && settled.set(x.offset, (settled.get(x.offset) ?? 0) + 1));
        let ct = 0;
        for (let offset = 1; offset <= 60; offset += 1) {
          const id = `p-${Math.floor(random() * 8)}`;
          note(s.offer(cue(offset, id, random() < 0.2 ? null : ct + random() * 3000, Math.floor(random() * 4)), random() < 0.3));
          ct += random() * 800;
          const done = run(s, ct);
          done.forEach((x) => count.set(x.id, (count.get(x.id) ?? 0) + 1));
          note(done);
        }
        note(run(s, ct + 10000));
        truth([...count.values()].every((n) => n === 1), `seed ${seed}: something was executed twice`);
        truth([...settled.values()].every((n) => n === 1), `seed ${seed}: an offset was settled twice`);
        equal(settled.size, 60, `seed ${seed}: offsets settled`);
      }
    },
    acks_say_how_long_the_device_held_them() {
      const acks = new Acks();
      acks.add([{ offset: 45, at: 1000, ct: 94001.234, how: 'ONTIME' }, { offset: null, at: 1, ct: 1, how: 'ONTIME' }, { offset: 46, at: null, ct: null, how: 'WITHDRAWN' }]);
      equal(acks.take(1012.5, 0.7, 12.34), { bound: 0.7, rtt: 12.34, cues: [{ o: 45, held: 12.5, ct: 94001.23, how: 'ONTIME' }, { o: 46, held: 0, ct: null, how: 'WITHDRAWN' }] });
      equal(acks.take(1013, 0.7), null);
    },
  };
};
