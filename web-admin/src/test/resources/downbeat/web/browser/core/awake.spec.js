import { equal } from './simulation.js';

/** A page that is looked at or not, and a screen that counts its locks. */
const device = ({ refuses = false, slow = null } = {}) => {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const locks = [];
  const asks = { kinds: [], refuses };
  const request = async (kind) => {
    asks.kinds.push(kind);
    if (slow) await slow;
    if (asks.refuses) throw new DOMException('Battery is low', 'NotAllowedError');
    const lock = { released: false, release: async () => void (lock.released = true) };
    locks.push(lock);
    return lock;
  };
  const see = async (visibilityState) => {
    page.visibilityState = visibilityState;
    if (visibilityState === 'hidden') for (const lock of locks) lock.released = true;
    page.dispatchEvent(new Event('visibilitychange'));
    await soon();
  };
  return { page, asks, wakeLock: { request }, see, held: () => locks.filter(({ released }) => !released).length };
};
const soon = async () => {
  for (let i = 0; i < 10; i += 1) await null;
};

export default async (core) => {
  const { stayAwake } = await import(`${core}/stay-awake.js`);

  return {
    async the_screen_is_kept_on_from_the_start_and_let_go_at_the_end() {
      const { page, asks, wakeLock, see, held } = device();
      const stop = stayAwake(wakeLock, page);
      await soon();
      equal([asks.kinds, held()], [['screen'], 1]);
      stop();
      stop();
      await soon();
      equal(held(), 0);
      await see('visible');
      equal([asks.kinds.length, held()], [1, 0], 'who has stopped does not ask again');
    },
    async a_lock_lost_while_hidden_is_asked_for_again_when_the_page_is_looked_at() {
      const { page, asks, wakeLock, see, held } = device();
      stayAwake(wakeLock, page);
      await soon();
      await see('hidden');
      equal([asks.kinds.length, held()], [1, 0], 'not while it is hidden');
      await see('visible');
      equal([asks.kinds.length, held()], [2, 1]);
      await see('visible');
      equal([asks.kinds.length, held()], [2, 1], 'a lock that holds is enough');
    },
    async a_refusal_troubles_nobody_and_the_next_look_asks_again() {
      const { page, asks, wakeLock, see, held } = device({ refuses: true });
      const stop = stayAwake(wakeLock, page);
      await soon();
      equal([asks.kinds.length, held()], [1, 0]);
      asks.refuses = false;
      await see('visible');
      equal([asks.kinds.length, held()], [2, 1]);
      stop();
    },
    async a_browser_without_locks_does_without() {
      const { page, see } = device();
      const stop = stayAwake(undefined, page);
      await see('visible');
      stop();
    },
    async a_lock_that_comes_after_the_end_is_given_back_and_only_one_is_under_way() {
      let answer;
      const { page, asks, wakeLock, see, held } = device({ slow: new Promise((done) => (answer = done)) });
      const stop = stayAwake(wakeLock, page);
      await see('visible');
      equal(asks.kinds.length, 1);
      stop();
      answer();
      await soon();
      equal(held(), 0);
    },
    async a_page_opened_in_the_background_asks_when_it_is_looked_at() {
      const { page, asks, wakeLock, see, held } = device();
      page.visibilityState = 'hidden';
      stayAwake(wakeLock, page);
      await soon();
      equal(asks.kinds.length, 0);
      await see('visible');
      equal([asks.kinds.length, held()], [1, 1]);
    },
  };
};
