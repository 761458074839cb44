/** What a shop can be told: the name on the wire and in words. */
export const FACTS = [
  ['claim.confirmed', 'A claim is confirmed'],
  ['claim.ready', 'It is ready at the counter'],
  ['claim.handed-over', 'It is handed over, wholly or in part'],
  ['claim.released', 'It is released: given back, not collected, withdrawn'],
];

const SHORT = {
  'dev.downbeat.claim.confirmed': 'Confirmed',
  'dev.downbeat.claim.ready': 'Ready',
  'dev.downbeat.claim.handed-over': 'Handed over',
  'dev.downbeat.claim.released': 'Released',
  'dev.downbeat.webhook.test': 'Test',
};

/** What a delivery tells: `Confirmed, claim 17`. */
export function toldText({ type, claimId }) {
  const what = SHORT[type] ?? type;
  return claimId ? `${what}, claim ${claimId}` : what;
}

/** How far it is, and why it did not arrive. */
export function deliveryText({ state, tries, why }) {
  const tried = tries === 1 ? 'after one try' : `after ${tries} tries`;
  if (state === 'DELIVERED') return tries > 1 ? `delivered ${tried}` : 'delivered';
  if (state === 'FAILED') return `given up ${tried}. ${why ?? ''}`.trim();
  return tries ? `to be tried again, ${tried}. ${why ?? ''}`.trim() : 'on its way';
}

/** What it hears of, in one line. */
export function factsText(facts) {
  return facts.map((fact) => fact.replace('claim.', '').replace('-', ' ')).join(', ');
}

/** What is to be said of a form before it is sent, by field. */
export function checkWebhook({ url, facts }) {
  const fault = {};
  if (!url) fault.url = 'Say where your shop is to be told.';
  else if (!/^https?:\/\//i.test(url)) fault.url = 'Begin with https://, so that nobody on the way reads or changes what is told.';
  if (!facts.length) fault.facts = 'Choose at least one.';
  return fault;
}

/** How it is with a webhook, on a badge. */
export function standingText({ active, offWhy, failingSince }) {
  if (active) return failingSince ? 'Failing' : 'On';
  return offWhy ? 'Switched off' : 'Off';
}
