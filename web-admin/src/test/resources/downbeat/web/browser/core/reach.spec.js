import { equal, truth } from './simulation.js';

export default async (core) => {
  const { countText, liftText, percent, periodText, points, verdictText } = await import(`${core}/reach-words.js`);
  const lift = (verdict, more) => ({ verdict, difference: 0.0312, low: 0.0104, high: 0.049, leastSeen: 0.0275, ...more });

  return {
    async what_is_told_of_a_few_is_that_they_are_a_few() {
      equal(countText({ people: 12, of: 40, share: 0.3 }), '12 of 40');
      equal(countText({ people: null, of: 40, share: null }), 'fewer than 10 of 40');
      equal(countText({ people: null, of: null, share: null }), 'fewer than 10 people');
      equal(countText({ people: 0, of: 0, share: null }), 'nobody yet');
      equal(countText({ people: 0, of: 40, share: 0 }), '0 of 40');
    },
    async shares_and_differences_have_their_signs() {
      equal([percent(0), percent(0.004), percent(0.306), percent(1), percent(null)], ['0 %', '< 1 %', '31 %', '100 %', '–']);
      equal([points(0.0312), points(-0.0312), points(0), points(-0.0001)], ['+3.1', '−3.1', '0.0', '0.0']);
      equal([liftText(1.25), liftText(null)], ['1.3×', '–']);
    },
    async every_verdict_is_a_sentence_with_its_interval_or_says_why_there_is_none() {
      equal(verdictText(lift('MORE')), '+3.1 points more came because they could be told (95 % interval +1.0 to +4.9 points).');
      truth(verdictText(lift('FEWER', { difference: -0.02 })).startsWith('−2.0 points: fewer came'));
      truth(verdictText(lift('NO_DIFFERENCE_SEEN')).endsWith('That is not the same as none.'));
      truth(verdictText(lift('UNDERPOWERED')).startsWith('Underpowered: with so few people a difference below 2.8 points would be missed'));
      truth(verdictText(lift('TOO_FEW', { difference: null, low: null, high: null, leastSeen: null })).startsWith('Too few people'));
      truth(verdictText(lift('UNEVEN')).includes('means nothing'));
    },
    async a_period_names_its_last_day() {
      truth(periodText({ from: '2026-03-16T00:00:00Z', until: '2026-06-15T00:00:00Z' }).includes('14'));
    },
  };
};
