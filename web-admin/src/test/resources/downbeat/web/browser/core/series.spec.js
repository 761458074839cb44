import { equal, truth } from './simulation.js';

export default async (core) => {
  const { checkRhythm, dateText, rhythmOf, roundText, ruleOf, ruleText, seriesRequest, startWords, tally, troubleText } = await import(`${core}/series-rule.js`);
  const words = await import(`${core}/import-words.js`);
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
    async a_file_of_rows_a_calendar_and_a_page_can_be_brought_and_nothing_else() {
      for (const name of ['a.csv', 'a.TXT', 'a.ics', 'a.html', 'a.htm', 'a.json', 'a.jsonld']) equal(words.wrongFile({ name, size: 1 }), null);
      for (const name of ['a.pdf', 'ics', 'a.ics.exe']) truth(words.wrongFile({ name, size: 1 }).includes('.ics'));
      equal(words.wrongFile({ name: 'a.ics', size: 0 }), 'The file is empty.');
      equal(words.wrongFile({ name: 'a.ics', size: 3 * words.LARGEST }), 'It has 3.0 MB; 1 MB is taken.');
    },
    async a_file_is_tried_with_what_its_events_do_not_say() {
      equal(words.importPath(true, { zone: 'Europe/Berlin', host: ' Velo & Co ', capacity: '' }), '/pop-ups/import?dryRun=true&zone=Europe%2FBerlin&host=Velo+%26+Co');
      equal(words.importPath(false, { zone: '', host: '', capacity: 40 }), '/pop-ups/import?capacity=40');
    },
    async what_became_of_a_file_is_counted_in_words() {
      equal(words.importText({ made: 0, fits: 4, there: 1, skipped: 2, wrong: 1 }), '4 can be made, 1 there already, 2 skipped, 1 not possible');
      equal(words.importText({ made: 2, fits: 0, there: 0, skipped: 0, wrong: 0 }), '2 made');
      equal([words.makeText(1), words.makeText(2)], ['Make 1 draft', 'Make 2 drafts']);
      equal([words.stateText('FITS'), words.stateText('SKIPPED')], ['Can be made', 'Skipped']);
    },
  };
};
