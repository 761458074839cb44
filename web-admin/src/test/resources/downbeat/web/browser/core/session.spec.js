import { ClassServer } from './class-server.js';
import { equal, seeded, truth, World } from './simulation.js';

export default async (core) => {
  const { LiveSession } = await import(`${core}/session.js`);
  const { backoff, policyOf } = await import(`${core}/reconnect.js`);

  /** A device whose own clock is `wrong` ms off, in a class that has run for a minute. */
  const device = (options = {}) => {
    const world = new World();
    const server = new ClassServer(world, { zero: world.now - 60000 });
    server.plan = options.plan ?? null;
    const heard = [];
    const clock = { wrong: options.wrong ?? 0 };
    const session = new LiveSession({ join: server.join, open: server.open, device: 'd-1', timers: world.timers, now: () => world.now + clock.wrong,
      wall: () => world.now, random: seeded(options.seed ?? 3), memory: options.memory, knock: server.knock });
    session.on('cue', (e) => heard.push({ id: e.cue.cueId, how: e.how, sound: e.sound, at: world.now - server.zero }));
    return { world, server, session, heard, clock };
  };
  const started = async (options) => {
    const d = device(options);
    d.session.start();
    await d.world.pass(2000);
    equal(d.session.status, 'live');
    return d;
  };

  return {
    async a_live_cue_is_executed_at_its_class_time_and_acked() {
      const { world, server, heard } = await started({ wrong: -300000 });
      const { at } = server.cue({ cueId: 't-1' });
      await world.pass(1000);
      equal(heard.map((h) => [h.id, h.how]), [['t-1', 'ONTIME']]);
      truth(Math.abs(heard[0].at - at) <= 3, `executed at ${heard[0].at}, due ${at}`);
      equal(server.acks.map((a) => [a.o, a.how]), [[1, 'ONTIME']]);
      truth(server.acks[0].held >= 0 && server.acks[0].held <= 250, `held ${server.acks[0].held}`);
    },
    async who_waits_for_a_turn_stays_on_the_same_socket_and_knows_its_place() {
      const { world, server, session } = device();
      server.waits = 20;
      let opened = 0;
      session.socket.open = ((open) => (...to) => { opened += 1; return open(...to); })(session.socket.open);
      session.start();
      await world.pass(15500);
      equal([session.status, session.queue], ['connecting', { position: 5, of: 20, etaMs: 5000 }]);
      truth(session.bound < 10, `class time is known to ± ${session.bound} ms before the turn comes`);
      await world.pass(6000);
      equal([session.status, session.queue, opened, server.joins], ['live', null, 1, 1]);
    },
    async two_devices_with_clocks_minutes_apart_act_within_3_ms() {
      const at = [];
      for (const wrong of [-300000, 300000]) {
        const { world, server, heard } = await started({ wrong });
        server.cue({ cueId: 'p-3', kind: 'PLANNED', at: 70000 });
        await world.pass(15000);
        at.push(heard[0].at);
      }
      truth(Math.abs(at[0] - at[1]) <= 3, `skew ${at[0] - at[1]}`);
    },
    async a_clock_that_steps_in_mid_class_is_back_before_the_next_planned_cue() {
      const { world, server, session, heard, clock } = await started();
      clock.wrong = 30000;
      await world.pass(8000);
      equal(session.clock.steps, 1);
      const { at } = server.cue({ cueId: 'p-9', kind: 'PLANNED', at: server.classTime + 5000 });
      await world.pass(6000);
      truth(Math.abs(heard.at(-1).at - at) <= 30, `executed ${heard.at(-1).at - at} ms off`);
    },
    async a_clock_that_steps_back_just_before_a_cue_delays_it_by_no_more_than_a_probe() {
      const { world, server, heard, clock } = await started();
      const { at } = server.cue({ cueId: 'p-9', kind: 'PLANNED', at: server.classTime + 9000 });
      await world.pass(8000);
      clock.wrong = -30000;
      await world.pass(4000);
      equal(heard.map((h) => h.id), ['p-9']);
      truth(Math.abs(heard[0].at - at) <= 2600, `executed ${heard[0].at - at} ms off`);
    },
    async eight_seconds_without_a_network_lose_nothing_and_sound_nothing_twice() {
      const plan = { rev: 1, lengthMs: 600000, segments: [], cues: [{ cueId: 'p-0', planAt: 66000, verb: 'SAY', text: 'in the gap' }] };
      const { world, server, session, heard } = await started({ plan });
      server.cue({ cueId: 't-1' });
      await world.pass(1000);
      server.cut();
      session.linkMayBeGone();
      await world.pass(500);
      server.cue({ cueId: 't-2' });
      server.cue({ cueId: 'p-0', kind: 'PLANNED', at: 66000 });
      await world.pass(7500);
      equal(heard.map((h) => h.id), ['t-1', 'p-0'], 'the plan goes on alone');
      truth(Math.abs(heard[1].at - 66000) <= 5, 'on time');
      server.heal();
      const back = world.now;
      session.linkMayBeBack();
      while (session.status !== 'live') await world.pass(10);
      truth(world.now - back < 1000, `back after ${world.now - back} ms`);
      await world.pass(1000);
      equal(heard.map((h) => [h.id, h.sound]), [['t-1', true], ['p-0', true], ['t-2', false]]);
      equal([session.rejoined.replayed, session.rejoined.recovered], [2, true]);
      equal(server.acks.map((a) => a.o).sort(), [1, 2, 3]);
      equal(session.log.offset, 3);
    },
    async a_link_that_comes_back_without_a_word_of_the_browser_has_its_socket_within_a_second() {
      for (let seed = 1; seed <= 40; seed += 1) {
        const { world, server, session } = await started({ seed });
        server.honest = false;
        server.cut();
        await world.pass(2500 + seed * 311);
        server.heal();
        const healed = world.now;
        while (session.status !== 'live' || session.socket.heardAt < healed) await world.pass(10);
        truth(world.now - healed < 1000, `seed ${seed}: back after ${world.now - healed} ms`);
        await world.pass(3000);
        equal(session.status, 'live');
      }
    },
    async a_long_absence_is_looked_after_less_and_less_often() {
      const { world, server } = await started();
      server.honest = false;
      server.cut();
      await world.pass(70000);
      const inTheFirstMinute = server.knocks;
      await world.pass(10 * 60000);
      truth(inTheFirstMinute > 100, `${inTheFirstMinute} knocks in the first minute`);
      truth(server.knocks - inTheFirstMinute < 220, `${server.knocks - inTheFirstMinute} in the ten after it`);
    },
    async a_node_that_answers_but_takes_nobody_in_is_not_asked_more_often() {
      const { world, server, session } = await started();
      server.refuses = true;
      session.socket.wall = () => world.now + 10 * 60000;
      session.socket.join = ((join) => async () => ({ ...(await join()), expiresAt: new Date(world.now).toISOString() }))(session.socket.join);
      server.close(3001);
      const before = server.joins;
      await world.pass(60000);
      truth(server.joins - before < 25, `${server.joins - before} attempts in a minute`);
    },
    async members_of_a_node_that_was_away_do_not_come_back_in_one_instant() {
      const back = [];
      for (let seed = 1; seed <= 50; seed += 1) {
        const { world, server, session } = await started({ seed });
        server.cut();
        server.close(1006);
        await world.pass(20000);
        server.heal();
        const healed = world.now;
        while (session.status !== 'live') await world.pass(10);
        back.push(world.now - healed);
      }
      back.sort((a, b) => a - b);
      truth(back[49] < 1000, `the last after ${back[49]} ms`);
      truth(back[44] - back[4] > 150, `nine in ten within ${back[44] - back[4]} ms`);
    },
    async who_is_sent_away_by_a_node_that_stops_comes_back_spread_however_well_the_server_answers() {
      const back = [];
      for (let seed = 1; seed <= 50; seed += 1) {
        const { world, server, session } = await started({ seed });
        server.close(3003);
        const closed = world.now;
        while (session.status !== 'live') await world.pass(1);
        back.push(world.now - closed);
      }
      back.sort((a, b) => a - b);
      truth(back[49] < 250 && back[44] - back[4] > 80, `from ${back[4]} to ${back[44]} ms, the last after ${back[49]}`);
    },
    async a_lost_probe_changes_nothing_of_what_is_said_of_the_link_that_costs_a_rung() {
      const { world, server } = await started();
      await world.pass(20000);
      server.commands.length = 0;
      server.loses = 1;
      await world.pass(60000);
      const said = server.commands.filter(({ verb }) => verb === 'stats');
      truth(said.length > 50, `${said.length} reports`);
      truth(said.some(({ loss }) => loss > 0), 'it is told');
      truth(said.every(({ loss }) => loss < 0.03), `loss ${Math.max(...said.map(({ loss }) => loss))}`);
      truth(said.every(({ rtt }) => rtt < 250), `round trip ${Math.max(...said.map(({ rtt }) => rtt))}`);
      truth(said.every(({ jitter }) => jitter < 60), `jitter ${Math.max(...said.map(({ jitter }) => jitter))}`);
    },
    async a_link_that_has_become_slow_is_told_of_within_three_seconds() {
      for (let phase = 0; phase < 1000; phase += 130) {
        const { world, server } = await started();
        await world.pass(20000 + phase);
        server.commands.length = 0;
        server.delay = 700;
        const from = world.now;
        while (!server.commands.some(({ verb, rtt }) => verb === 'stats' && rtt >= 1000)) await world.pass(10);
        truth(world.now - from <= 3000, `told after ${world.now - from} ms`);
      }
    },
    async a_probe_that_was_asked_before_the_line_broke_says_nothing_of_the_next() {
      const { world, server, session } = await started();
      await world.pass(5000);
      server.loses = 1;
      await world.pass(900);
      server.close(3003);
      await world.pass(3000);
      equal(session.status, 'live');
      truth(session.probes.rtt < 20, `round trip ${session.probes.rtt}`);
    },
    async a_device_says_its_pin_to_every_relay_that_does_not_know_it_and_never_more_than_once_a_second() {
      const { world, server, session } = await started();
      const pins = () => server.commands.filter(({ verb }) => verb === 'pin').map(({ rung }) => rung);
      const rung = (pinned) => server.push({ ch: 'rung', rung: { rung: pinned ?? 'FULL', why: '', pinned, score: 100, horizonMs: 10000 } });
      session.pin('AUDIO_FIRST');
      session.pin(null);
      session.pin('AUDIO_FIRST');
      await world.pass(100);
      equal(pins(), ['AUDIO_FIRST']);
      rung('AUDIO_FIRST');
      await world.pass(5000);
      equal(pins(), ['AUDIO_FIRST', 'AUDIO_FIRST']);
      server.close(3003);
      await world.pass(2000);
      rung(null);
      await world.pass(100);
      equal(pins().slice(2), ['AUDIO_FIRST'], 'another relay knows of no pin');
      server.close(1006);
      session.pin(null);
      await world.pass(2000);
      rung('AUDIO_FIRST');
      await world.pass(100);
      equal(pins().slice(3), [null], 'taken away while there was no line');
    },
    async the_class_that_follows_starts_at_a_class_time() {
      const { world, server, session } = await started();
      server.push({ ch: 'next', next: { classId: 'c2', title: 'Cool down', startsInMs: 90000 } });
      await world.pass(30000);
      equal([session.following.classId, Math.round((session.following.startsAt - session.classTime) / 1000)], ['c2', 60]);
    },
    async what_is_left_of_drops_is_what_the_last_push_said() {
      const { world, server, session } = await started();
      equal(session.drops, null);
      for (const left of [3, 2]) server.push({ ch: 'drop', drops: { drops: [{ dropId: 'd1', title: 'Set', phase: 'OPEN', bundles: [{ id: 'b', name: 'Set', left }] }] } });
      await world.pass(100);
      equal(session.drops.map(({ dropId, bundles }) => [dropId, bundles[0].left]), [['d1', 2]]);
    },
    async a_gap_in_the_offsets_brings_a_new_socket_that_fills_it() {
      const { world, server, session, heard } = await started();
      server.cues.push({ epoch: 'e1', gen: 1, offset: 1, cueId: 't-lost', kind: 'LIVE', verb: 'SAY', at: server.classTime, rev: 0 });
      server.cue({ cueId: 't-2' });
      await world.pass(1500);
      equal(session.log.offset, 2);
      equal(heard.map((h) => h.id).sort(), ['t-2', 't-lost']);
    },
    async a_long_absence_is_told_honestly_and_expired_sound_is_not_played() {
      const { world, server, session, heard } = await started();
      server.window = 2;
      server.cut();
      session.linkMayBeGone();
      await world.pass(3000);
      for (let i = 1; i <= 5; i += 1) server.cue({ cueId: `t-${i}` });
      await world.pass(20 * 60000);
      server.heal();
      session.linkMayBeBack();
      await world.pass(1500);
      equal([session.status, session.rejoined.recovered, session.log.offset], ['live', false, 5]);
      equal(heard, []);
      truth(Math.abs(session.position - server.classTime) < 5, 'at the right second');
    },
    async a_command_given_without_a_link_is_sent_on_the_next_socket_once() {
      const { world, server, session } = await started();
      server.close(1006);
      const reply = session.command('confirm', { cueId: 'a-1' });
      await world.pass(2000);
      equal(await reply, { cueId: 'a-1' });
      equal(server.commands.filter((c) => c.verb === 'confirm').length, 1);
    },
    async a_live_cue_that_could_not_be_sent_for_three_seconds_is_given_up() {
      const { world, server, session } = await started();
      server.cut();
      server.close(1006);
      let code = null;
      session.command('cue', { cueId: 't-1', verb: 'SAY', text: 'Go' }).catch((e) => (code = e.code));
      await world.pass(4000);
      server.heal();
      await world.pass(8000);
      equal([code, server.commands.filter(({ verb }) => verb === 'cue').length], ['timeout', 0]);
    },
    async a_wrong_token_is_renewed_once() {
      const { world, server, session } = await started();
      server.close(3001);
      await world.pass(400);
      equal([session.status, server.joins], ['live', 2]);
      server.open = () => {};
    },
    async a_token_fetched_before_the_press_that_leads_nowhere_is_not_tried_again() {
      const { world, server, session } = device();
      const anew = [];
      session.socket.join = async (again) => {
        anew.push(again);
        return { ...(await server.join()), ahead: !again };
      };
      server.waits = 20;
      session.start();
      await world.pass(1000);
      server.close(1006);
      await world.pass(25000);
      equal([session.status, anew, server.joins], ['live', [false, true], 2]);
    },
    async the_end_of_the_class_is_the_end_of_the_line() {
      const { world, server, session } = await started();
      server.close(3010);
      await world.pass(20000);
      equal([session.status, server.joins], ['ended', 1]);
    },
    async a_silent_line_is_dropped_and_replaced() {
      const { world, server, session } = await started();
      server.cut();
      await world.pass(9500);
      truth(session.status !== 'live', `still ${session.status}`);
      server.heal();
      await world.pass(7000);
      equal(session.status, 'live');
    },
    async a_tone_laid_for_a_moment_that_was_moved_is_taken_back() {
      const { world, server, session, heard } = await started();
      const tones = [];
      session.on('lay', ({ at }) => {
        const tone = { at, stopped: false };
        tones.push(tone);
        return () => (tone.stopped = true);
      });
      const at = server.classTime + 600;
      server.cue({ cueId: 'p-7', kind: 'PLANNED', at });
      await world.pass(400);
      equal([tones.length, heard.length], [1, 0]);
      server.cue({ cueId: 'p-7', kind: 'PLANNED', at: at - 400, rev: 1 });
      await world.pass(1000);
      equal([heard.map((h) => h.id), tones.filter((t) => !t.stopped).length], [['p-7'], 0]);
    },
    async a_device_keeps_its_name_over_a_reload_but_gives_none_to_a_duplicated_tab() {
      const { keepDeviceName, takeDeviceName } = await import(`${core}/memory.js`);
      const kept = new Map();
      const store = { getItem: (k) => kept.get(k) ?? null, setItem: (k, v) => kept.set(k, v), removeItem: (k) => kept.delete(k) };
      const name = takeDeviceName(store, () => 0.1234);
      equal(kept.size, 0, 'what a duplicate would copy');
      truth(takeDeviceName(store, () => 0.9876) !== name, 'a duplicate has its own name');
      keepDeviceName(store, name);
      equal(takeDeviceName(store), name);
    },
    async a_page_loaded_again_before_any_cue_knows_that_it_was_here() {
      const kept = new Map();
      const { Memory } = await import(`${core}/memory.js`);
      const memory = new Memory({ getItem: (k) => kept.get(k) ?? null, setItem: (k, v) => kept.set(k, v), removeItem: (k) => kept.delete(k) }, 'c1');
      const { session } = await started({ memory });
      equal(memory.read().position, { epoch: 'e1', gen: 1, offset: 0 });
      session.leave();
      equal(memory.read(), {});
    },
    async a_page_loaded_again_resumes_its_place() {
      const kept = new Map();
      const { Memory } = await import(`${core}/memory.js`);
      const memory = new Memory({ getItem: (k) => kept.get(k) ?? null, setItem: (k, v) => kept.set(k, v), removeItem: (k) => kept.delete(k) }, 'c1');
      const first = await started({ memory });
      first.server.cue({ cueId: 't-1' });
      await first.world.pass(500);
      const again = device({ memory });
      again.server.cues.push(first.server.cues[0]);
      again.server.cue({ cueId: 't-2' });
      again.session.start();
      await again.world.pass(1000);
      equal(again.heard.map((h) => h.id), ['t-2']);
    },
    the_close_codes_mean_what_the_protocol_says() {
      equal([1000, 3000, 3001, 3003, 3008, 3009, 3010, 1006, 1011].map(policyOf),
        ['left', 'bug', 'new-token', 'at-once', 'at-once', 'calm', 'ended', 'backoff', 'backoff']);
      truth(backoff('backoff', 0, () => 0.99) < 200, 'first try at once');
      truth(backoff('backoff', 12, () => 1) <= 5000, 'never longer than 5 s');
      truth(backoff('calm', 0, () => 0) === 5000, 'a flood waits 5 s');
    },
  };
};
