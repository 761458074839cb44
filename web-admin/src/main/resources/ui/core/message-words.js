const TOPICS = {
  CONFIRMED: 'Ticket confirmed',
  OFFERED: 'Place offered',
  OFFER_LAPSED: 'Offer ran out',
  MOVED: 'Moved',
  CANCELLED: 'Cancelled',
  REVOKED: 'Ticket taken back',
  TRANSFERRED: 'Ticket changed hands',
  REMINDER: 'Reminder',
  NEARBY: 'New near you',
  ANNOUNCEMENT: 'From the organizer',
};

const STATES = {
  WAITING: 'on its way',
  SENT: 'sent',
  FAILED: 'not delivered',
  UNWANTED: 'wants no e-mail',
  LATE: 'too late for e-mail',
};

/** What a message is about. */
export function topicText(topic) {
  return TOPICS[topic] ?? topic;
}

/** `1 person`, `12 people`. */
export function peopleText(count) {
  return count === 1 ? '1 person' : `${count} people`;
}

/** Whom an organizer writes to, as the end of “to …”. */
export function readersText(to, kinds) {
  if (to === 'guests') return 'everybody with a ticket';
  if (to === 'waiting') return 'everybody who waits';
  const id = to.slice('kind:'.length);
  return `everybody with a ticket “${kinds.find((kind) => kind.id === id)?.name ?? id}”`;
}

/** Whom an organizer may write to: pairs of value and words. */
export function readersOf(kinds) {
  return [['guests', 'Everybody with a ticket'], ...(kinds.length > 1 ? kinds.map(({ id, name }) => [`kind:${id}`, `Only: ${name}`]) : []), ['waiting', 'Everybody who waits']];
}

/** How far the letters of a message are: `10 sent, 1 not delivered`. Where no mail leaves, it is read on the pages. */
export function lettersText(letters, byMail) {
  if (!byMail && !letters.sent && !letters.failed) return 'to be read on their pages';
  const said = [[letters.sent, 'sent'], [letters.waiting, 'on the way'], [letters.failed, 'not delivered'], [letters.unwanted, letters.unwanted === 1 ? 'wants no e-mail' : 'want no e-mail'], [letters.late, 'too late for e-mail']];
  return said.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`).join(', ');
}

/** How far one letter is, and why not further. */
export function letterText({ state, why, tries }, byMail) {
  if (state === 'WAITING' && !byMail) return 'on their page';
  if (state === 'WAITING' && tries > 0) return `to be tried again. ${why ?? ''}`.trim();
  return [STATES[state] ?? state, why].filter(Boolean).join('. ');
}

/** The paragraphs of a plain text; lines within one stay lines. */
export function paragraphs(text) {
  return text.split(/\n{2,}/).map((part) => part.trim()).filter(Boolean);
}

/** What is missing before a message can go out, by field; empty when nothing is. */
export function checkMessage({ subject, text }) {
  const faults = {};
  if (!subject.trim()) faults.subject = 'Say what it is about.';
  if (!text.trim()) faults.text = 'Write something.';
  return faults;
}

/** The line that puts a pop-up, or all of its organizer's, into a page of another site. */
export function snippetOf(origin, name, id) {
  return `<script src="${origin}/widget.js" data-${name}="${id}" async></script>`;
}
