import { equal } from './simulation.js';

export default async (core) => {
  const { CueLog } = await import(`${core}/cue-log.js`);
  const at = (offset, gen = 1, epoch = 'e1') => ({ epoch, gen, offset });
  const joined = (offset) => {
    const log = new CueLog();
    log.attached({ epoch: 'e1', gen: 1, offset, recovered: false });
    return log;
  };

  return {
    a_first_visit_has_nothing_to_resume_and_starts_at_the_newest_cue() {
      const log = new CueLog();
      equal(log.resume, undefined);
      equal(log.attached({ epoch: 'e1', gen: 1, offset: 7, recovered: false }), 'first');
      equal(log.resume, { epoch: 'e1', gen: 1, offset: 7 });
    },
    offsets_without_a_gap_are_taken_once() {
      const log = joined(7);
      equal(log.take(at(8)), 'taken');
      equal(log.take(at(8)), 'old');
      equal(log.take(at(9)), 'taken');
    },
    a_gap_is_seen_and_the_position_stays() {
      const log = joined(7);
      equal(log.take(at(9)), 'gap');
      equal(log.resume.offset, 7);
    },
    a_writer_that_was_replaced_is_not_believed() {
      const log = joined(7);
      equal(log.take(at(8, 3)), 'taken');
      equal(log.take(at(9, 2)), 'stale');
      equal(log.take(at(9, 3, 'e2')), 'stale');
      equal(log.attached({ epoch: 'e1', gen: 2, offset: 9, recovered: true }), 'stale');
    },
    after_a_rewind_the_missing_part_is_taken_again() {
      const log = joined(50);
      equal(log.attached({ epoch: 'e1', gen: 2, offset: 46, recovered: true, rewind: 44 }), 'rewound');
      equal(log.take(at(45, 2)), 'taken');
      equal(log.take(at(46, 2)), 'taken');
    },
    a_recovered_socket_goes_on_where_it_stood() {
      const log = joined(7);
      equal(log.attached({ epoch: 'e1', gen: 1, offset: 9, recovered: true, rewind: null }), 'recovered');
      equal(log.take(at(8)), 'taken');
    },
    another_epoch_or_a_lost_window_starts_from_the_snapshot() {
      const log = joined(7);
      equal(log.attached({ epoch: 'e2', gen: 1, offset: 3, recovered: false }), 'lost');
      equal(log.resume, { epoch: 'e2', gen: 1, offset: 3 });
    },
  };
};
