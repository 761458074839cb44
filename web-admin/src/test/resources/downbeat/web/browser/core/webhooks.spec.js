import { equal } from './simulation.js';

export default async (core) => {
  const { checkWebhook, deliveryText, FACTS, factsText, standingText, toldText } = await import(`${core}/webhook-words.js`);
  const one = (state, tries, why = null) => deliveryText({ state, tries, why });

  return {
    async how_far_a_delivery_is_is_said_with_why_it_did_not_arrive() {
      equal([one('WAITING', 0), one('DELIVERED', 1), one('DELIVERED', 3)], ['on its way', 'delivered', 'delivered after 3 tries']);
      equal(one('WAITING', 1, 'The endpoint answered 500.'), 'to be tried again, after one try. The endpoint answered 500.');
      equal(one('FAILED', 10, 'The endpoint answered 500.'), 'given up after 10 tries. The endpoint answered 500.');
      equal(one('FAILED', 1), 'given up after one try.');
    },
    async what_is_told_has_words_and_a_claim_if_it_is_about_one() {
      equal(toldText({ type: 'dev.downbeat.claim.handed-over', claimId: '17' }), 'Handed over, claim 17');
      equal(toldText({ type: 'dev.downbeat.webhook.test', claimId: null }), 'Test');
      equal(toldText({ type: 'dev.downbeat.claim.new', claimId: '1' }), 'dev.downbeat.claim.new, claim 1');
      equal(factsText(FACTS.map(([name]) => name)), 'confirmed, ready, handed over, released');
    },
    async a_form_that_cannot_be_right_is_not_sent() {
      equal(Object.keys(checkWebhook({ url: '', facts: [] })), ['url', 'facts']);
      equal(Object.keys(checkWebhook({ url: 'shop.example', facts: ['claim.ready'] })), ['url']);
      equal(checkWebhook({ url: 'https://shop.example/', facts: ['claim.ready'] }), {});
    },
    async a_badge_says_whether_it_works() {
      const it = (more) => standingText({ active: true, offWhy: null, failingSince: null, ...more });
      equal([it({}), it({ failingSince: '2026-12-01T09:00:00Z' }), it({ active: false }), it({ active: false, offWhy: 'Gone.' })], ['On', 'Failing', 'Off', 'Switched off']);
    },
  };
};
