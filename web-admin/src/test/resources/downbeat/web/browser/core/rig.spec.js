import { equal, seeded, truth, World } from './simulation.js';

const RATE = 48000;

export default async (core) => {
  const { chirp, CLICK_TIMES, deviceOf, KeptDelays, median, RECORDING_S, roundTripOf, TAP_EVERY_MS, tapOffset } = await import(`${core}/calibration.js`);
  const { adviceOn, bestPop, findingOf, judge, ringOf, StepTrouble, troubleOf } = await import(`${core}/preflight.js`);
  const { Levels, brightnessOf } = await import(`${core}/levels.js`);
  const { throughput } = await import(`${core}/throughput.js`);
  const { byPop, summary, tripTo } = await import(`${core}/trips.js`);
  const { resultOf, sourceOf } = await import(`${core}/rig-words.js`);

  /** What a microphone hears: the clicks so much later, so loud, in noise and with an echo. */
  const heard = ({ delayMs, loud = 0.3, noise = 0.01, echo = 0, times = CLICK_TIMES, rate = RATE, seed = 7 }) => {
    const random = seeded(seed);
    const samples = Float32Array.from({ length: Math.round(RECORDING_S * rate) }, () => (random() * 2 - 1) * noise);
    for (const time of times) for (const [late, part] of [[0, 1], [9, echo]]) {
      const at = Math.round((time + (delayMs + late) / 1000) * rate);
      chirp(rate).forEach((value, i) => at + i < samples.length && (samples[at + i] += value * loud * part));
    }
    return samples;
  };
  const store = () => {
    const kept = new Map();
    return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
  };
  const clicks = Array.from({ length: 10 }, (_, i) => 5000 + i * TAP_EVERY_MS);

  return {
    a_known_delay_is_found_to_a_fraction_of_a_millisecond() {
      for (const delayMs of [0, 7.5, 41, 182.25, 420, 880]) {
        const { delayMs: found, heard: clicksHeard } = roundTripOf(heard({ delayMs }), RATE);
        truth(Math.abs(found - delayMs) < 0.1, `${delayMs} was found as ${found}`);
        equal(clicksHeard, 5);
      }
    },
    a_delay_is_found_at_another_rate_too() {
      truth(Math.abs(roundTripOf(heard({ delayMs: 150, rate: 44100 }), 44100).delayMs - 150) < 0.1);
    },
    noise_as_loud_as_the_clicks_and_an_echo_do_not_move_it() {
      const { delayMs } = roundTripOf(heard({ delayMs: 95, loud: 0.2, noise: 0.2, echo: 0.6 }), RATE);
      truth(Math.abs(delayMs - 95) < 0.5, `found ${delayMs}`);
    },
    clicks_that_were_lost_are_done_without() {
      truth(Math.abs(roundTripOf(heard({ delayMs: 60, times: CLICK_TIMES.slice(1, 4) }), RATE).delayMs - 60) < 0.1);
      equal(roundTripOf(heard({ delayMs: 60, times: CLICK_TIMES.slice(0, 2) }), RATE), null);
    },
    no_click_is_found_in_silence_noise_or_a_beep_that_repeats() {
      equal(roundTripOf(new Float32Array(RATE * 4), RATE), null);
      for (let seed = 1; seed < 5; seed += 1) equal(roundTripOf(heard({ delayMs: 0, loud: 0, noise: 0.5, seed }), RATE), null);
      const beep = Float32Array.from({ length: RATE * 5 }, (_, i) => (i % (RATE / 2) < RATE / 50 ? Math.sin(i / 8) * 0.5 : 0));
      equal(roundTripOf(beep, RATE), null);
      equal(roundTripOf(new Float32Array(10), RATE), null);
    },
    taps_tell_how_late_the_beat_is_heard() {
      const random = seeded(3);
      for (const late of [0, 60, 180, 320]) {
        const taps = clicks.map((click) => click + late + (random() - 0.5) * 40);
        truth(Math.abs(tapOffset(clicks, taps) - late) < 15, `${late} was tapped as ${tapOffset(clicks, taps)}`);
      }
    },
    a_tap_a_little_early_is_early_and_not_very_late() {
      equal(tapOffset(clicks, clicks.map((click) => click - 30)), -30);
    },
    few_or_uneven_taps_tell_nothing() {
      equal(tapOffset(clicks, []), null);
      equal(tapOffset(clicks, clicks.slice(0, 6)), null);
      const random = seeded(9);
      equal(tapOffset(clicks, clicks.map((click) => click + random() * 500)), null);
    },
    bluetooth_is_known_by_its_name() {
      for (const label of ['AirPods Pro', 'Default - WH-1000XM4 (Bluetooth)', 'Headset (Galaxy Buds2 Hands-Free AG Audio)', 'JBL Charge 5', 'bluez_sink.00_11']) equal(deviceOf(label).bluetooth, true);
      for (const label of ['Default - MacBook Pro Speakers (Built-in)', 'HDA Intel PCH', 'Scarlett 2i2 USB', '']) equal(deviceOf(label).bluetooth, false);
      equal(deviceOf('Default - Kitchen (Bluetooth)').name, 'Kitchen (Bluetooth)');
      equal(deviceOf(undefined), { name: null, bluetooth: false });
    },
    what_is_kept_holds_for_the_device_that_plays() {
      const kept = new KeptDelays(store());
      equal(kept.extraMs, 0);
      kept.keep('AirPods', { extraMs: 160, outputMs: 182, how: 'MEASURED' });
      equal([kept.extraMs, kept.current], [160, { device: 'AirPods', extraMs: 160, outputMs: 182, how: 'MEASURED' }]);
      kept.plays('Cable');
      equal([kept.extraMs, kept.current], [0, null]);
      kept.plays('AirPods');
      equal(kept.extraMs, 160);
      kept.forget('AirPods');
      equal([kept.extraMs, kept.current], [0, null]);
    },
    what_is_kept_and_damaged_or_absurd_does_no_harm() {
      for (const text of ['{', 'null', '7', '{"current":"a","devices":3}', '{"current":"a","devices":{"a":{"extraMs":"x"}}}', '{"current":"a","devices":{"a":{"extraMs":-5}}}']) equal(new KeptDelays({ getItem: () => text }).extraMs, 0);
      equal(new KeptDelays({ getItem: () => '{"current":"a","devices":{"a":{"extraMs":99999}}}' }).extraMs, 2000);
      equal(new KeptDelays(undefined).extraMs, 0);
    },
    pauses_do_not_make_speech_quieter() {
      const speech = Float32Array.from({ length: 2048 }, (_, i) => Math.sin(i / 5) * 0.1);
      const levels = new Levels();
      for (let i = 0; i < 20; i += 1) levels.add(i % 4 ? new Float32Array(2048) : speech);
      const { levelDb, peakDb, clippedShare } = levels.figures();
      truth(Math.abs(levelDb + 23) < 0.2, `level ${levelDb}`);
      truth(Math.abs(peakDb + 20) < 0.2, `peak ${peakDb}`);
      equal(clippedShare, 0);
    },
    silence_and_clipping_are_told_apart() {
      const silent = new Levels();
      equal(silent.add(new Float32Array(64)), -120);
      equal(silent.figures(), { levelDb: -120, peakDb: -120, clippedShare: 0 });
      equal(new Levels().figures(), { levelDb: -120, peakDb: -120, clippedShare: 0 });
      const loud = new Levels();
      loud.add(Float32Array.from([1, -1, 0.5, 0]));
      equal([loud.figures().clippedShare, loud.figures().peakDb], [0.5, 0]);
    },
    brightness_is_that_of_the_eye() {
      truth(Math.abs(brightnessOf(new Uint8ClampedArray([255, 255, 255, 255, 0, 0, 0, 255])) - 0.5) < 1e-9);
      truth(brightnessOf(new Uint8ClampedArray([0, 255, 0, 255])) > 3 * brightnessOf(new Uint8ClampedArray([255, 0, 0, 255])));
      equal(brightnessOf([]), 0);
    },
    async a_link_is_measured_by_transfers_that_take_long_enough() {
      for (const mbps of [0.3, 4, 60]) {
        const world = new World();
        let sent = 0;
        const transfer = async (bytes) => {
          sent += bytes;
          world.now += 20 + (bytes * 8) / mbps / 1000;
        };
        const found = await throughput(transfer, { now: () => world.now });
        truth(found <= mbps && found > mbps * 0.85, `${mbps} was measured as ${found}`);
        truth(sent <= 6 * 1024 * 1024, `${sent} bytes`);
      }
    },
    async a_transfer_that_breaks_is_not_measured() {
      equal(await throughput(() => Promise.reject(new Error('gone'))).catch(({ message }) => message), 'gone');
    },
    async the_way_to_a_pop_is_timed_by_what_its_socket_answers() {
      const world = new World();
      const trips = [90, 20, 22, 19, 21, 20, 24, 20, 20];
      const socket = { close: () => (socket.closed = true), send: (text) => {
        world.now += trips[JSON.parse(text).id - 1];
        queueMicrotask(() => socket.onmessage());
      } };
      const told = tripTo('ws://x', { open: () => socket, now: () => world.now, timers: world.timers });
      socket.onopen();
      equal(await told, { rttMs: 20, jitterMs: 2.3 });
      equal(socket.closed, true);
    },
    async a_pop_that_does_not_answer_is_not_reached() {
      const world = new World();
      const silent = { close() {}, send() {} };
      const waiting = tripTo('ws://x', { open: () => silent, now: () => world.now, timers: world.timers });
      await world.pass(10000);
      equal(await waiting, null);
      const refused = { close() {}, send() {} };
      const closing = tripTo('ws://x', { open: () => refused, now: () => world.now, timers: world.timers });
      refused.onclose();
      equal(await closing, null);
    },
    of_several_nodes_of_a_pop_the_nearest_counts() {
      equal(byPop([{ pop: 'a', rttMs: 30 }, { pop: 'b', rttMs: 10 }, { pop: 'a', rttMs: 20 }]), [{ pop: 'b', rttMs: 10 }, { pop: 'a', rttMs: 20 }]);
      equal(summary([10, 12, 10, 12]), { rttMs: 11, jitterMs: 2 });
      equal([20, 20.1, 50, 100, 100.1].map(ringOf), ['≤ 20 ms', '≤ 50 ms', '≤ 50 ms', '≤ 100 ms', '> 100 ms']);
    },
    the_best_pop_is_the_one_that_counts() {
      const trips = [{ pop: 'near', rttMs: 10, jitterMs: 70 }, { pop: 'far', rttMs: 45, jitterMs: 1 }];
      equal(bestPop(trips).pop, 'far');
      equal(findingOf('POP', trips).mark, 'READY');
      equal(findingOf('POP', []), { mark: 'NOT_READY', missed: [] });
      equal(bestPop([]), null);
    },
    what_is_missed_comes_with_something_to_do_about_it() {
      const dark = findingOf('CAMERA', { width: 640, height: 360, fps: 15, brightness: 0.08 });
      equal(dark, { mark: 'USABLE', missed: ['WIDTH', 'HEIGHT', 'FPS', 'BRIGHTNESS'] });
      equal(adviceOn(dark).length, 3);
      truth(adviceOn(dark).every((sentence) => sentence.endsWith('.')));
      equal(findingOf('BATTERY', { level: null, charging: false }).missed, ['LEVEL_UNKNOWN']);
      equal(findingOf('AUDIO', { how: 'REPORTED', outputMs: 20, bluetooth: true }), { mark: 'USABLE', missed: ['BLUETOOTH'] });
      equal(judge({ pops: [] }).verdict, 'NOT_READY');
    },
    what_a_browser_throws_has_a_state_of_its_own() {
      const code = (name) => troubleOf(Object.assign(new Error('x'), { name })).code;
      equal(['NotAllowedError', 'NotFoundError', 'NotReadableError', 'TypeError'].map(code), ['denied', 'none', 'taken', 'failed']);
      equal(troubleOf(new StepTrouble('insecure')).code, 'insecure');
      equal(troubleOf({ code: 'unreachable' }).code, 'offline');
    },
    every_result_can_be_said() {
      equal(resultOf('BATTERY', { level: null, charging: true }), 'This browser does not tell how full the battery is; plugged in, as you say');
      equal(resultOf('POP', []), 'No PoP was reached');
      equal(resultOf('MICROPHONE', { levelDb: -20, peakDb: -3, clippedShare: 0.004 }), 'Speech at -20 dB, loudest -3 dB, 0.4 % clipped');
      truth(sourceOf({ how: 'MEASURED', roundTripMs: 196 }, { heard: 4, inputMs: 14 }).includes('estimate'));
      equal(median([3, 1, 2, 10]), 2.5);
    },
  };
};
