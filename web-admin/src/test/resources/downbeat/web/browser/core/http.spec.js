import { equal, truth } from './simulation.js';

export default async (core) => {
  const { Api, Problem, Unreachable } = await import(`${core}/http.js`);
  const answer = (status, body) => new Response(body === null ? null : JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json' } });
  const api = (answers) => {
    const sent = [];
    const send = async (path, request) => {
      sent.push({ path, ...request });
      const next = answers.shift();
      if (next === 'down') throw new TypeError('failed to fetch');
      return next;
    };
    return { sent, api: new Api({ send, pause: async () => {} }) };
  };
  const failure = (promise) => promise.then(() => null, (e) => e);

  return {
    async a_write_whose_answer_was_lost_is_sent_again_under_the_same_key() {
      const { sent, api: it } = api(['down', answer(201, { id: 'c1' })]);
      equal(await it.post('/classes', { title: 'x' }), { id: 'c1' });
      equal(sent.length, 2);
      truth(sent[0].headers['Idempotency-Key'] === sent[1].headers['Idempotency-Key'], 'one key');
    },
    async a_refusal_is_not_repeated_and_names_code_and_field() {
      const { sent, api: it } = api([answer(422, { code: 'bad-field', detail: 'No such zone.', field: 'zone' })]);
      const problem = await failure(it.post('/classes', {}));
      truth(problem instanceof Problem, 'a problem');
      equal([problem.code, problem.field, problem.message, sent.length], ['bad-field', 'zone', 'No such zone.', 1]);
    },
    async nobody_there_is_said_after_three_tries() {
      const { sent, api: it } = api(['down', 'down', 'down']);
      truth((await failure(it.get('/classes'))) instanceof Unreachable, 'unreachable');
      equal(sent.length, 3);
    },
    async an_edit_is_sent_once_with_the_version_it_was_made_on() {
      const { sent, api: it } = api(['down']);
      await failure(it.patch('/classes/c1', { title: 'y' }, '"7"'));
      equal([sent.length, sent[0].headers['If-Match']], [1, '"7"']);
    },
    async a_refusal_says_when_to_try_again_and_the_answer_what_time_it_is() {
      const headers = { 'Content-Type': 'application/problem+json', 'Retry-After': '90', Date: new Date(Date.now() + 600000).toUTCString() };
      const { api: it } = api([new Response('{"code":"all-held"}', { status: 409, headers }), answer(404, { code: 'not-found' })]);
      equal((await failure(it.post('/holds', {}))).retryAfterS, 90);
      truth(Math.abs(it.aheadMs - 600000) < 3000, `${it.aheadMs} ms ahead`);
      equal((await failure(it.get('/nothing'))).retryAfterS, null);
    },
    async an_empty_answer_is_null() {
      const { api: it } = api([answer(204, null)]);
      equal(await it.delete('/session'), null);
    },
  };
};
