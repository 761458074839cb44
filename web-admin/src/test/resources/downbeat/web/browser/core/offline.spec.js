import { ClassServer } from './class-server.js';
import { equal, seeded, truth, World } from './simulation.js';

/** localStorage as it behaves. */
class Store {
  getItem(key) {
    return this[key] ?? null;
  }

  setItem(key, text) {
    this[key] = text;
  }

  removeItem(key) {
    delete this[key];
  }
}

/** A Cache as far as it is used, and a network that counts. */
const shelf = (files) => {
  const held = new Map();
  const net = { asked: [], linked: true };
  const answer = (url) => ({ ok: url in files, status: url in files ? 200 : 404, headers: new Headers({ 'Content-Length': String(files[url]) }), arrayBuffer: async () => files[url] });
  const cache = {
    match: async (at) => held.get(at.url ? new URL(at.url).pathname : at), delete: async (at) => held.delete(at.url ? new URL(at.url).pathname : at),
    keys: async () => [...held.keys()].map((path) => ({ url: `https://x.test${path}` })), put: async (url, it) => void held.set(url, it),
  };
  const send = async (url) => {
    net.asked.push(url);
    if (!net.linked) throw new TypeError('offline');
    return answer(url);
  };
  return { held, net, open: async () => cache, send };
};
const list = (...urls) => urls.map((url) => ({ url, bytes: 4 }));

export default async (core) => {
  const { LiveSession } = await import(`${core}/session.js`);
  const { Memory } = await import(`${core}/memory.js`);
  const { KeptClass, carried, forgetClasses } = await import(`${core}/kept-class.js`);
  const { AssetStore } = await import(`${core}/asset-store.js`);
  const { tracksAt, overlayAt, nextOverlayIn, neededSoon } = await import(`${core}/track.js`);

  const cues = [1, 2, 3, 4, 5, 6].map((n) => ({ cueId: `p-${n}`, planAt: 60000 + n * 2000, verb: 'SAY', text: `${n}`, showMs: 1000 }));
  const plan = { rev: 1, title: 'Ride', lengthMs: 600000, segments: [], cues };
  /** One page of a device; its own clock begins anew with each page, the wall clock does not. */
  const open = (world, server, store, { step = 0 } = {}) => {
    const born = world.now;
    const heard = [];
    const session = new LiveSession({ join: server.join, open: server.open, device: 'd-1', timers: world.timers, now: () => world.now - born,
      wall: () => world.now + step, origin: born, random: seeded(3), memory: new Memory(store, 'c1'), kept: new KeptClass(store, 'c1', () => world.now) });
    session.on('cue', (e) => heard.push({ id: e.cue.cueId, how: e.how, at: world.now - server.zero }));
    return { session, heard };
  };
  const inClass = async () => {
    const world = new World();
    const server = new ClassServer(world, { zero: world.now - 60000 });
    server.plan = plan;
    const store = new Store();
    const page = open(world, server, store);
    page.session.start();
    await world.pass(3000);
    return { world, server, store, page };
  };

  return {
    async a_page_opened_again_without_a_link_executes_the_plan_on_time() {
      const { world, server, store, page } = await inClass();
      equal(page.heard.map((h) => h.id), ['p-1']);
      server.cut();
      page.session.mark();
      page.session.performer.stop();
      page.session.socket.drop();
      await world.pass(300);
      const next = open(world, server, store);
      next.session.start();
      await world.pass(8000);
      truth(next.session.status !== 'live', 'no link');
      equal(next.heard.map((h) => [h.id, h.how]), [['p-2', 'ONTIME'], ['p-3', 'ONTIME'], ['p-4', 'ONTIME'], ['p-5', 'ONTIME']]);
      next.heard.forEach((h, i) => truth(Math.abs(h.at - 64000 - i * 2000) <= 5, `${h.id} at ${h.at}`));
      server.heal();
      next.session.linkMayBeBack();
      await world.pass(1000);
      equal(next.session.status, 'live');
    },
    async a_wall_clock_that_was_set_meanwhile_is_no_knowledge_of_class_time() {
      const { world, server, store } = await inClass();
      server.cut();
      const next = open(world, server, store, { step: 3600000 });
      next.session.start();
      await world.pass(5000);
      equal(next.session.clock.known, false);
      equal(next.heard, []);
    },
    a_doubt_between_two_clocks_widens_the_interval_and_holds_both_answers() {
      const mark = { ct: 50000, bound: 1, wall: 1000000, steady: 900000 };
      const { low, high } = carried(mark, 100, 1010000, 909800);
      truth(low < 50000 + 9900 - 100 && low > 59790, `low ${low}`);
      truth(high > 50000 + 10000 - 100 && high < 59905, `high ${high}`);
      equal(carried(mark, 100, 1010000, 900000), null, 'ten seconds apart');
      equal(carried(mark, 100, 999000, 899900), null, 'backwards');
      equal(carried(null, 100, 1, 1), null);
    },
    async a_class_that_was_left_or_has_ended_is_forgotten() {
      const { server, store, page, world } = await inClass();
      truth(new KeptClass(store, 'c1', () => world.now).read().plan, 'kept');
      server.close(3010);
      equal(new KeptClass(store, 'c1', () => world.now).read(), null);
      equal(page.session.status, 'ended');
    },
    what_was_kept_is_of_no_use_half_a_day_later_and_nobody_elses() {
      const store = new Store();
      new KeptClass(store, 'c1', () => 1000).write({ it: 1 });
      equal(new KeptClass(store, 'c1', () => 2000).read().it, 1);
      equal(new KeptClass(store, 'c1', () => 13 * 3600 * 1000).read(), null);
      store.setItem('downbeat.keys', 'off');
      forgetClasses(store);
      equal(Object.keys(store), ['downbeat.keys']);
    },
    async assets_are_fetched_in_order_once_and_dropped_with_the_list() {
      const { held, net, open: opened, send } = shelf({ '/assets/a': 4, '/assets/b': 4, '/assets/c': 4 });
      const store = new AssetStore({ open: opened, send });
      equal(await store.fill(list('/assets/b', '/assets/a')), true);
      equal(await store.fill(list('/assets/b', '/assets/c')), true);
      equal(net.asked, ['/assets/b', '/assets/a', '/assets/c']);
      equal([...held.keys()], ['/assets/b', '/assets/c']);
      equal([store.ready, store.of], [2, 2]);
    },
    async without_a_link_filling_stops_and_goes_on_later() {
      const { net, open: opened, send } = shelf({ '/assets/a': 4, '/assets/b': 4 });
      const store = new AssetStore({ open: opened, send });
      net.linked = false;
      equal(await store.fill(list('/assets/a', '/assets/b')), false);
      equal(net.asked, ['/assets/a']);
      net.linked = true;
      equal(await store.fill(list('/assets/a', '/assets/b')), true);
    },
    async the_oldest_of_other_classes_makes_room_and_the_bound_holds() {
      const { held, open: opened, send } = shelf({ '/assets/a': 4, '/assets/b': 4, '/assets/c': 4, '/assets/d': 4 });
      await new AssetStore({ open: opened, send, most: 8 }).fill(list('/assets/a', '/assets/b'));
      const store = new AssetStore({ open: opened, send, most: 8 });
      equal(await store.fill(list('/assets/b', '/assets/c')), true);
      equal([...held.keys()], ['/assets/b', '/assets/c']);
      equal(await store.fill(list('/assets/b', '/assets/c', '/assets/d')), false, 'no room for all');
      equal([...held.keys()], ['/assets/b', '/assets/c']);
    },
    music_plays_until_the_next_piece_and_the_next_is_known_ahead() {
      const assets = [{ kind: 'MUSIC', url: 'b', fromMs: 5000 }, { kind: 'MUSIC', url: 'a', fromMs: null }, { kind: 'OVERLAY', url: 'o', fromMs: 0 }];
      equal(tracksAt(assets, 0, 1000).map((t) => [t.url, t.untilMs]), [['a', 5000]]);
      equal(tracksAt(assets, 4500, 1000).map((t) => t.url), ['a', 'b']);
      equal(tracksAt(assets, 5000, 1000).map((t) => t.url), ['b']);
      equal(tracksAt(undefined, 0, 1000), []);
    },
    a_picture_is_shown_until_the_next_and_not_beyond_its_segment() {
      const two = { lengthMs: 20000, segments: [{ index: 0, fromMs: 0, toMs: 10000 }, { index: 1, fromMs: 10000, toMs: 20000 }] };
      const assets = [{ kind: 'OVERLAY', url: 'a', fromMs: 1000 }, { kind: 'OVERLAY', url: 'b', fromMs: 4000 }];
      equal([500, 1000, 3999, 4000, 9999, 10000].map((at) => overlayAt(assets, two, at)?.url ?? null), [null, 'a', 'a', 'b', 'b', null]);
      equal([0, 1000, 4000].map((at) => nextOverlayIn(assets, at)), [1000, 3000, Infinity]);
    },
    what_is_needed_within_the_horizon_comes_first_the_soonest_of_it_before_the_rest() {
      const at = (url, kind, fromMs) => ({ url, kind, fromMs });
      const assets = [at('/m0', 'MUSIC', null), at('/m1', 'MUSIC', 60000), at('/m2', 'MUSIC', 300000), at('/o1', 'OVERLAY', 70000), at('/r', 'REPS', null)];
      const soon = (position, ahead) => neededSoon(assets, position, ahead).map(({ url }) => url);
      equal(soon(0, 10000), ['/m0', '/r']);
      equal(soon(50000, 10000), ['/m0', '/r', '/m1']);
      equal(soon(50000, 60000), ['/m0', '/r', '/m1', '/o1']);
      equal(soon(65000, 10000), ['/m1', '/r', '/o1'], 'what is over is not needed');
    },
    async a_poor_link_fetches_what_it_needs_soon_and_a_good_one_the_rest_too() {
      const place = shelf({ '/a': 4, '/b': 4, '/c': 4 });
      const clock = { now: 0 };
      const store = new AssetStore({ ...place, now: () => clock.now });
      const assets = [['/c', 900000], ['/a', null], ['/b', 30000]].map(([url, fromMs]) => ({ url, fromMs, kind: 'MUSIC', bytes: 4 }));
      const beat = async (more) => {
        store.follow(assets, { position: 0, horizonMs: 10000, spare: false, ...more });
        for (let i = 0; i < 50; i += 1) await null;
      };
      await beat();
      equal([place.net.asked, store.ready, store.of], [['/a'], 1, 1]);
      await beat();
      await beat({ horizonMs: 40000 });
      equal(place.net.asked, ['/a', '/b'], 'the horizon has grown');
      place.net.linked = false;
      await beat({ spare: true });
      await beat({ spare: true });
      equal(place.net.asked, ['/a', '/b', '/c'], 'a link that is away is not asked with every beat');
      place.net.linked = true;
      clock.now = 6000;
      await beat({ spare: true });
      equal([place.net.asked.length, store.ready, store.of], [4, 3, 3]);
    },
  };
};
