import { equal, truth, World } from './simulation.js';

export default async (core) => {
  const { TokenAhead } = await import(`${core}/token-ahead.js`);

  /** A server whose tokens are good for two minutes, and a person who may press join. */
  const counter = ({ lifeMs = 120000 } = {}) => {
    const world = new World();
    const asked = [];
    const wrong = { wall: 0 };
    const server = { refuses: false, hangs: null };
    const wall = () => world.now + wrong.wall;
    const early = [];
    const ask = async (ahead) => {
      asked.push(world.now);
      early.push(ahead);
      if (server.hangs) await server.hangs;
      if (server.refuses) throw Object.assign(new Error('Not booked'), { status: 409 });
      return { token: `t${asked.length}`, url: 'ws://class', expiresAt: new Date(wall() + lifeMs).toISOString() };
    };
    const ahead = new TokenAhead({ ask, now: () => world.now, wall, timers: world.timers });
    return { world, asked, early, wrong, server, ahead };
  };

  return {
    async a_press_finds_a_token_and_asks_for_none() {
      const { world, asked, ahead } = counter();
      ahead.want(true);
      await world.pass(500);
      ahead.want(false);
      equal([(await ahead.take()).token, asked.length], ['t1', 1]);
    },
    async a_token_fetched_before_the_press_says_so_and_one_asked_for_anew_is_another() {
      const { world, early, ahead } = counter();
      ahead.want(true);
      await world.pass(500);
      equal(await ahead.take(true).then(({ token, ahead: was }) => [token, was ?? false]), ['t2', false]);
      equal(await ahead.take().then(({ token, ahead: was }) => [token, was]), ['t1', true]);
      equal(early.slice(0, 2), [true, false]);
    },
    async a_token_is_handed_out_once_and_the_next_is_asked_for() {
      const { world, asked, ahead } = counter();
      ahead.want(true);
      await world.pass(500);
      ahead.want(false);
      equal([(await ahead.take()).token, (await ahead.take()).token, asked.length], ['t1', 't2', 2]);
      await world.pass(600000);
      equal(asked.length, 2, 'who is in needs none ahead');
    },
    async a_token_is_renewed_before_it_is_too_old_so_that_there_always_is_one() {
      const { world, asked, ahead } = counter();
      ahead.want(true);
      await world.pass(599000);
      equal(asked.map((at) => at - 1000), [0, 90000, 180000, 270000, 360000, 450000, 540000]);
      equal([(await ahead.take()).token, asked.length], ['t7', 7]);
    },
    async a_page_that_nobody_looks_at_fetches_nothing_and_makes_up_for_it_when_it_is_looked_at() {
      const { world, asked, ahead } = counter();
      ahead.want(true);
      await world.pass(10000);
      ahead.want(false);
      await world.pass(30000);
      ahead.want(true);
      await world.pass(1000);
      equal(asked.length, 1, 'the token is still young');
      ahead.want(false);
      await world.pass(300000);
      equal(asked.length, 1);
      ahead.want(true);
      await world.pass(0);
      equal(asked.length, 2, 'at once');
    },
    async a_token_that_grew_old_while_nobody_looked_is_never_used() {
      const { world, asked, ahead } = counter();
      ahead.want(true);
      await world.pass(1000);
      ahead.want(false);
      await world.pass(100000);
      equal([(await ahead.take()).token, asked.length], ['t2', 2]);
    },
    async a_steady_clock_that_stood_still_in_sleep_does_not_make_a_token_young() {
      const { world, asked, wrong, ahead } = counter({ lifeMs: 3600000 });
      ahead.want(true);
      await world.pass(1000);
      ahead.want(false);
      wrong.wall = 200000;
      equal([(await ahead.take()).token, asked.length], ['t2', 2]);
    },
    async nor_is_one_used_that_expires_at_once() {
      const { world, asked, ahead } = counter({ lifeMs: 19000 });
      ahead.want(true);
      await world.pass(1000);
      equal([(await ahead.take()).token, asked.length], ['t2', 2]);
    },
    async what_goes_wrong_ahead_is_silent_is_tried_once_a_minute_and_told_to_who_presses() {
      const { world, asked, server, ahead } = counter();
      server.refuses = true;
      ahead.want(true);
      for (let s = 0; s < 125; s += 5) {
        ahead.want(s % 2 === 0);
        await world.pass(2500);
        ahead.want(true);
        await world.pass(2500);
      }
      equal(asked.map((at) => at - 1000), [0, 60000, 120000]);
      const told = await ahead.take().then(() => null, (problem) => problem);
      equal([told?.message, asked.length], ['Not booked', 4]);
      server.refuses = false;
      await world.pass(60000);
      truth((await ahead.take()).token, 'and then there is one');
    },
    async a_press_while_a_token_is_under_way_waits_for_that_one() {
      const { world, asked, server, ahead } = counter();
      let answer;
      server.hangs = new Promise((done) => (answer = done));
      ahead.want(true);
      await world.pass(100);
      const first = ahead.take();
      server.hangs = null;
      equal((await ahead.take()).token, 't2', 'who asks again does not wait for it');
      answer();
      equal([(await first).token, asked.length], ['t2', 2]);
    },
  };
};
