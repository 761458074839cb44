import { equal, truth } from './simulation.js';

export default async (core) => {
  const { checkRhythm, dateText, rhythmOf, roundText, ruleOf, ruleText, seriesRequest, startWords, tally, troubleText } = await import(`${core}/series-rule.js`);
  const tuesday = () => rhythmOf('2026-12-01T18:00');

  return {
    async a_series_begins_with_the_weekday_of_its_pop_up() {
      equal(ruleOf(tuesday()), 'FREQ=WEEKLY;BYDAY=TU;COUNT=10');
      equal(ruleOf({ ...tuesday(), every: 'MONTHLY' }), 'FREQ=MONTHLY;BYDAY=1TU;COUNT=10');
      equal(ruleOf({ ...rhythmOf('2026-12-29T18:00'), every: 'MONTHLY' }), 'FREQ=MONTHLY;BYDAY=-1TU;COUNT=10');
    },
    async a_rhythm_is_written_as_the_rule_it_means() {
      equal(ruleOf({ ...tuesday(), interval: '2', days: ['TU', 'TH'], end: 'until', until: '2027-01-31' }), 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20270131');
      equal(ruleOf({ ...tuesday(), every: 'DAILY', count: '3' }), 'FREQ=DAILY;COUNT=3');
    },
    async a_rule_is_told_in_words() {
      equal(ruleText('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=10'), 'every 2 weeks on Tuesday and Thursday, 10 times');
      equal(ruleText('FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270131'), 'every month on the last Friday, until Sun 31 Jan 2027');
      equal(ruleText('FREQ=DAILY;COUNT=3'), 'every day, 3 times');
    },
    async what_is_wrong_with_a_rhythm_stands_at_its_field() {
      equal(checkRhythm(tuesday()), {});
      equal(Object.keys(checkRhythm({ ...tuesday(), interval: '0', days: [], count: '501' })), ['interval', 'days', 'count']);
      equal(Object.keys(checkRhythm({ ...tuesday(), every: 'DAILY', days: [], end: 'until', until: '' })), ['until']);
    },
    async a_date_is_read_on_the_clocks_of_its_place_wherever_the_reader_is() {
      equal(startWords('2026-12-01T18:00'), `${dateText('2026-12-01', true)}, 18:00`);
      equal(dateText('2026-12-01', true), 'Tue 1 Dec 2026');
    },
    async what_is_wrong_with_a_date_is_told_on_the_clocks_of_its_place() {
      const forward = { code: 'start-does-not-exist', detail: 'said by the server', instead: '2027-03-28T03:00' };
      equal(troubleText(forward, '2027-03-28T02:30'), '02:30 does not exist on that day: the clocks go forward. Begin at 03:00, or leave it out.');
      equal(troubleText({ code: 'start-in-past', detail: 'It has passed.', instead: null }, '2001-01-01T10:00'), 'It has passed.');
    },
    async only_what_was_said_is_asked_for() {
      equal(seriesRequest('FREQ=DAILY;COUNT=3', [], []), { rule: 'FREQ=DAILY;COUNT=3' });
      equal(seriesRequest('FREQ=DAILY;COUNT=3', ['2026-12-02'], [['2026-12-03', '2026-12-03T19:00']]), { rule: 'FREQ=DAILY;COUNT=3', leaveOut: ['2026-12-02'], moved: [{ date: '2026-12-03', start: '2026-12-03T19:00' }] });
    },
    async how_far_a_series_has_come_is_told_and_what_is_left_to_do_counted() {
      equal(roundText({ task: 'MAKE', total: 499, left: 379 }), 'Making the pop-ups: 120 of 499');
      equal(roundText({ task: 'PUBLISH', total: 3, left: 0 }), '3 of 3 published');
      equal(tally([{ phase: 'DRAFT', trouble: { code: 'changed-by-hand' } }, { phase: 'PUBLISHED', trouble: null }, { phase: null, trouble: { code: 'start-in-past' } }]), { trouble: 1, drafts: 1, coming: 2 });
    },
  };
};
