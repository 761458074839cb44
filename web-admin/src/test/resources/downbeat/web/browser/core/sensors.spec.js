import { equal } from './simulation.js';

export default async (core) => {
  const gatt = await import(`${core}/gatt.js`);
  const fit = await import(`${core}/fit.js`);
  const { LinkStats } = await import(`${core}/link-stats.js`);
  const { Vitals } = await import(`${core}/vitals.js`);
  const bytes = (...values) => new DataView(Uint8Array.from(values).buffer);

  return {
    a_strap_says_beats_in_one_byte_or_two_and_a_lost_skin_is_no_heart_rate() {
      equal(gatt.heartRate(bytes(0x00, 141)), { hr: 141 });
      equal(gatt.heartRate(bytes(0x01, 0x8d, 0x00)), { hr: 141 });
      equal(gatt.heartRate(bytes(0x00, 0)), {});
      equal(gatt.heartRate(bytes(0x01, 0xff, 0xff)), {});
    },
    a_packet_too_short_for_its_flags_gives_nothing() {
      equal(gatt.heartRate(bytes(0x01, 0x8d)), {});
      equal(gatt.cyclingPower(bytes(0x20, 0x00, 0xc8, 0x00, 0x01)), {});
      equal(gatt.indoorBike(bytes(0x44, 0x00, 0x10)), {});
      equal(gatt.speedAndCadence(new DataView(new ArrayBuffer(0))), {});
    },
    a_power_meter_says_watts_and_its_crank_behind_what_else_it_measures() {
      // Flags: pedal power balance, wheel and crank revolutions.
      equal(gatt.cyclingPower(bytes(0x31, 0x00, 0xd2, 0x00, 50, 1, 0, 0, 0, 2, 0, 10, 0, 0, 4)), { power: 210, crank: { revolutions: 10, at: 1024 } });
      equal(gatt.cyclingPower(bytes(0x00, 0x00, 0xf6, 0xff)), { power: 0 });
    },
    a_crank_turns_into_cadence_over_the_wrap_of_its_counters() {
      const crank = new gatt.Crank();
      equal(crank.cadenceOf({ revolutions: 65535, at: 64512 }), null);
      equal(crank.cadenceOf({ revolutions: 2, at: 1024 }), 90);
      equal(crank.cadenceOf({ revolutions: 2, at: 1024 }), null);
      equal(crank.cadenceOf({ revolutions: 60, at: 1100 }), null);
    },
    an_indoor_bike_says_what_it_measures_wherever_it_stands() {
      // Speed, cadence 176 / 2, power 210 W, heart rate 141.
      equal(gatt.indoorBike(bytes(0x44, 0x02, 0, 0, 0xb0, 0, 0xd2, 0, 141)), { cadence: 88, power: 210, hr: 141 });
      // "More data" is set: no speed.
      equal(gatt.indoorBike(bytes(0x05, 0x00, 0xb0, 0)), { cadence: 88 });
    },
    a_recorded_ride_is_read_second_by_second() {
      equal(fit.readFit(ride([[1000, 120], [1001, 121], [1002, 255]])), [{ at: 0, hr: 120 }, { at: 1, hr: 121 }, { at: 2 }]);
    },
    what_is_no_whole_ride_is_told_in_a_sentence() {
      const whole = ride([[1000, 120]]);
      equal(message(() => fit.readFit(new TextEncoder().encode('<html>no ride at all</html>').buffer)), 'This is not a .fit file.');
      equal(message(() => fit.readFit(new ArrayBuffer(3))), 'This is not a .fit file.');
      equal(message(() => fit.readFit(whole.slice(0, 24))), 'The .fit file is cut off.');
      const orphan = new Uint8Array(whole.slice(0));
      orphan[14] = 0x05;
      equal(message(() => fit.readFit(orphan.buffer)), 'The .fit file is broken: data without its definition.');
    },
    jitter_and_loss_follow_the_probes() {
      const link = new LinkStats();
      equal(link.told(0), { freezes: 0 });
      for (const rtt of [40, 56, 40, null]) link.probed(0, rtt);
      equal(link.told(0, { down: 3.2 }), { rtt: 40, jitter: 1.9, loss: 0.02, freezes: 0, down: 3.2 });
      for (let i = 0; i < 50; i++) link.probed(0, 40);
      equal(link.told(0).loss, 0);
    },
    a_line_stands_still_when_two_probes_wait_and_one_that_waits_alone_may_be_lost() {
      const link = new LinkStats();
      link.asked(0);
      link.probed(0, 40);
      link.asked(1000);
      equal(link.told(2100).rtt, 40, 'one alone');
      link.asked(1500);
      equal(link.told(1600).rtt, 40, 'the second has just gone out');
      equal(link.told(2100).rtt, 1100);
      link.probed(1500, 650);
      equal([link.waiting, link.told(2200).rtt], [0, 650], 'a line keeps its order: the first one is lost');
      link.asked(3000);
      link.asked(3500);
      link.anew();
      equal(link.told(9000).rtt, 650);
    },
    a_sensor_that_falls_silent_says_nothing_after_three_seconds_and_others_go_on() {
      const world = { now: 0, timer: null, told: [] };
      const vitals = new Vitals({ socket: { ready: true, tell: (verb, body) => world.told.push([verb, body]) }, link: { told: () => ({}) }, now: () => world.now,
        timers: { set: (run) => (world.timer = run), clear: () => {} } });
      vitals.start();
      vitals.sensed({ hr: 141, cadence: 88 });
      world.now = 2000;
      vitals.sensed({ cadence: 90 });
      world.timer();
      world.now = 3500;
      world.timer();
      world.now = 6000;
      world.timer();
      equal(world.told.filter(([verb]) => verb === 'bio').map(([, body]) => body), [{ hr: 141, cadence: 90 }, { cadence: 90 }]);
      equal(world.told.filter(([verb]) => verb === 'stats').length, 3);
    },
  };
};

function message(run) {
  try {
    run();
    return null;
  } catch (problem) {
    return problem.message;
  }
}

/** A .fit file of records with a time and a heart rate. */
function ride(records) {
  const data = [0x40, 0, 0, 20, 0, 2, 253, 4, 0x86, 3, 1, 0x02];
  for (const [time, hr] of records) data.push(0x00, time & 0xff, time >> 8, 0, 0, hr);
  const header = [14, 0x10, 0, 0, data.length, 0, 0, 0, 0x2e, 0x46, 0x49, 0x54, 0, 0];
  return Uint8Array.from([...header, ...data, 0, 0]).buffer;
}
