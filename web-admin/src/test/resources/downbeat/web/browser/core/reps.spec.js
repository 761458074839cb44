import { equal, World } from './simulation.js';

const bytes = (value) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)).buffer;
const plan = { lengthMs: 30000, segments: [0, 1, 2].map((index) => ({ index, fromMs: index * 10000, toMs: (index + 1) * 10000 })) };
const squats = { name: 'Squat', reps: 12, tempo: '3-1-1', segment: 1 };
const pushes = { name: 'Push-up', reps: 10, fromMs: 15000, toMs: 25000 };

export default async (core) => {
  const { readModel, targetAt } = await import(`${core}/reps.js`);
  const { OwnReps } = await import(`${core}/own-reps.js`);
  const { KeptClass } = await import(`${core}/kept-class.js`);

  /** A class with one rep model, on a device that has put it aside. */
  const member = ({ files = { '/assets/r': { exercises: [squats, pushes] } }, store = new Map() } = {}) => {
    const world = new World();
    const kept = new KeptClass({ getItem: (k) => store.get(k) ?? null, setItem: (k, v) => store.set(k, v) }, 'c1', () => 1000);
    const asked = [];
    const shelf = {
      bytes: async (url) => {
        asked.push(url);
        if (!files[url]) throw new Error('offline');
        return bytes(files[url]);
      },
    };
    let told = 0;
    const reps = new OwnReps({ store: shelf, kept, changed: () => (told += 1), timers: world.timers });
    const it = { assets: { assets: [{ kind: 'MUSIC', url: '/assets/m' }, { kind: 'REPS', url: '/assets/r' }] }, plan, state: { phase: 'LIVE', startedAt: 0, ask: null }, position: 12000 };
    const look = async (more = {}) => {
      Object.assign(it, more);
      reps.follow(it);
      await world.pass(0);
      reps.follow(it);
      return reps.target && `${reps.confirmed} of ${reps.target.reps}`;
    };
    const ask = (cueId) => ({ state: { ...it.state, ask: cueId && { cueId, answer: 'REPS' } } });
    return { reps, look, ask, world, files, asked, store, told: () => told };
  };

  return {
    a_target_is_of_a_segment_or_of_moments_and_of_both_where_they_meet() {
      const names = (position) => targetAt([squats, pushes], plan, position)?.exercises.map(({ name }) => name) ?? null;
      equal([0, 9999, 10000, 15000, 19999, 20000, 24999, 25000].map(names),
        [null, null, ['Squat'], ['Squat', 'Push-up'], ['Squat', 'Push-up'], ['Push-up'], ['Push-up'], null]);
      equal([targetAt([squats, pushes], plan, 15000).reps, targetAt([pushes], null, 15000).reps, targetAt([squats], null, 0)], [22, 10, null]);
    },
    what_is_no_rep_model_has_no_exercises() {
      equal(['{oops', '[]', '{}', 'null', { exercises: 'x' }].map((it) => readModel(bytes(it))), [[], [], [], [], []]);
      equal(readModel(bytes({ exercises: [squats, null, { name: 'Plank' }, { name: 'Lunge', reps: 8 }, { name: 'Sit-up', reps: 8, fromMs: 5, toMs: 5 }, pushes] })), [squats, pushes]);
    },
    async the_target_of_the_place_in_the_plan_is_known_as_soon_as_the_model_is_here() {
      const { look, asked, told } = member();
      equal(await look(), '0 of 12');
      equal([await look({ position: 16000 }), await look({ position: 26000 })], ['0 of 22', null]);
      equal([asked, told()], [['/assets/r'], 1], 'a model is read once');
    },
    async there_is_none_before_the_start_and_after_the_end() {
      const { look } = member();
      equal(await look({ state: { phase: 'LOBBY', startedAt: null } }), null);
      equal(await look({ state: { phase: 'LIVE', startedAt: null } }), null, 'in the live check');
      equal(await look({ state: { phase: 'PAUSED', startedAt: 0 } }), '0 of 12');
      equal(await look({ state: { phase: 'CLOSING', startedAt: 0 } }), null);
    },
    async answers_add_up_and_one_question_counts_once() {
      const { reps, look, ask } = member();
      await look(ask('a-1'));
      reps.confirm('a-1', 5);
      await look(ask('a-2'));
      reps.confirm('a-2', 4);
      reps.confirm('a-2', 6);
      equal(await look(), '11 of 12');
    },
    async an_answer_belongs_to_what_was_aimed_at_when_the_question_came() {
      const { reps, look, ask } = member();
      await look({ ...ask('a-1'), position: 12000 });
      await look({ position: 22000 });
      reps.confirm('a-1', 9);
      equal([await look(), await look({ position: 12000 })], ['0 of 10', '9 of 12']);
      await look({ ...ask('a-2'), position: 26000 });
      reps.confirm('a-2', 7);
      equal(await look({ position: 22000 }), '0 of 10', 'nothing was aimed at');
    },
    async what_was_confirmed_is_there_after_a_reload() {
      const before = member();
      await before.look(before.ask('a-1'));
      before.reps.confirm('a-1', 9);
      equal(await member({ store: before.store }).look(), '9 of 12');
    },
    async a_model_that_cannot_be_had_is_tried_again_and_one_taken_off_the_list_is_gone() {
      const { look, files, world, asked } = member({ files: {} });
      equal([await look(), asked.length], [null, 1]);
      files['/assets/r'] = { exercises: [squats] };
      equal([await look(), asked.length], [null, 1], 'not with every look');
      await world.pass(5000);
      equal([await look(), asked.length], ['0 of 12', 2]);
      equal(await look({ assets: { assets: [] } }), null);
    },
  };
};
