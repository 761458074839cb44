import { equal, seeded, truth } from './simulation.js';

export default async (core) => {
  const { ClockEstimate } = await import(`${core}/clock.js`);

  const exchange = (random, clock, { at, offset, jitter = 40, err = 0.5 }) => {
    const up = 2 + jitter * random() ** 3;
    const down = 2 + jitter * random() ** 3;
    const t = at + up + offset + (random() * 2 - 1) * err;
    return clock.probe({ t0: at, t1: at + up + down, t, err });
  };

  return {
    the_bound_holds_for_every_seed_and_every_drift_up_to_100_ppm() {
      for (let seed = 1; seed <= 60; seed += 1) {
        const random = seeded(seed);
        const clock = new ClockEstimate();
        const offset = (random() - 0.5) * 600000;
        const ppm = (random() * 2 - 1) * 100e-6;
        for (let at = 0; at < 120000; at += at < 800 ? 50 : 2500) {
          const now = offset + at * ppm;
          exchange(random, clock, { at, offset: now });
          const error = Math.abs(clock.classTime(at) - Math.max(0, at + now));
          truth(error <= clock.bound(at) + 1e-6, `seed ${seed} at ${at}: error ${error} over bound ${clock.bound(at)}`);
        }
        equal(clock.steps, 0, `steps of seed ${seed}`);
      }
    },
    sixteen_probes_over_jittery_wifi_give_a_few_milliseconds() {
      const bounds = [];
      for (let seed = 1; seed <= 40; seed += 1) {
        const random = seeded(seed);
        const clock = new ClockEstimate();
        for (let i = 0; i < 16; i += 1) exchange(random, clock, { at: i * 50, offset: 5000 });
        bounds.push(clock.bound(800));
      }
      bounds.sort((a, b) => a - b);
      truth(bounds[20] < 5, `median bound ${bounds[20]}`);
    },
    a_device_clock_that_steps_30_s_is_noticed_and_never_gives_a_negative_time() {
      for (const step of [30000, -30000]) {
        const random = seeded(7);
        const clock = new ClockEstimate();
        for (let i = 0; i < 16; i += 1) exchange(random, clock, { at: 1e6 + i * 50, offset: -999000 });
        const verdict = exchange(random, clock, { at: 1e6 + 5000 + step, offset: -999000 - step });
        equal(verdict, 'stepped');
        equal(clock.steps, 1);
        const at = 1e6 + 6000 + step;
        truth(Math.abs(clock.classTime(at) - (at - 999000 - step)) <= clock.bound(at), 'right again at once');
        truth(clock.classTime(0) >= 0, 'never negative');
      }
    },
    a_constant_asymmetry_stays_inside_the_bound() {
      const clock = new ClockEstimate();
      for (let i = 0; i < 16; i += 1) clock.probe({ t0: i * 50, t1: i * 50 + 50, t: i * 50 + 40 + 1000, err: 0 });
      const error = Math.abs(clock.classTime(800) - 1800);
      truth(error > 10 && error <= clock.bound(800), `error ${error}, bound ${clock.bound(800)}`);
    },
    answers_that_make_no_sense_are_left_out() {
      const clock = new ClockEstimate();
      equal(clock.probe({ t0: 10, t1: 5, t: 1, err: 0 }), 'unusable');
      equal(clock.probe({ t0: 1, t1: 5, t: NaN, err: 0 }), 'unusable');
      equal(clock.known, false);
    },
    converting_there_and_back_is_the_same_moment() {
      const clock = new ClockEstimate();
      clock.probe({ t0: 100, t1: 110, t: 5000, err: 1 });
      truth(Math.abs(clock.deviceTime(clock.classTime(500)) - 500) < 1e-9, 'there and back');
    },
  };
};
