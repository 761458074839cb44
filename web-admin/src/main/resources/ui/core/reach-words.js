/** How many whole weeks before this one figures can be about. */
export const SPANS = [[13, 'The last 13 weeks'], [26, 'The last 26 weeks'], [52, 'The last 52 weeks']];

export const STEPS = {
  shown: 'were shown a pop-up',
  booked: 'booked one',
  came: 'came to one',
  again: 'took part again in 14 days',
  joined: 'became members',
  days7: 'within 7 days of a class online',
  days28: 'within 28 days of a class online',
  discovered: 'to what they had been shown here before they booked',
};

/** How many of how many, or that it is not told. */
export function countText({ people, of, share }) {
  if (people === null) return of === null ? 'fewer than 10 people' : `fewer than 10 of ${of}`;
  return share === null ? 'nobody yet' : `${people} of ${of}`;
}

/** A share in whole percent; what is between nothing and one percent says so. */
export function percent(share) {
  if (share === null) return '–';
  return share > 0 && share < 0.01 ? '< 1 %' : `${Math.round(share * 100)} %`;
}

/** A difference in share points, with its sign. */
export function points(difference) {
  const whole = (difference * 100).toFixed(1);
  return `${difference > 0 ? '+' : ''}${whole === '-0.0' ? '0.0' : whole.replace('-', '−')}`;
}

/** What can be said of the difference between those who may be told and the tenth who may not. */
export function verdictText(lift) {
  const interval = lift.low === null ? '' : ` (95 % interval ${points(lift.low)} to ${points(lift.high)} points)`;
  switch (lift.verdict) {
    case 'TOO_FEW': return 'Too few people to tell: one of the two groups has fewer than ten who came.';
    case 'UNEVEN': return 'The two groups are not of the sizes they were drawn in, so that the difference means nothing. Please tell whoever runs this server.';
    case 'UNDERPOWERED': return `Underpowered: with so few people a difference below ${points(lift.leastSeen).slice(1)} points would be missed${interval}.`;
    case 'MORE': return `${points(lift.difference)} points more came because they could be told${interval}.`;
    case 'FEWER': return `${points(lift.difference)} points: fewer came of those who could be told${interval}.`;
    default: return `No difference seen${interval}. That is not the same as none.`;
  }
}

/** A neighbourhood beside all of them. */
export function liftText(lift) {
  return lift === null ? '–' : `${lift.toFixed(1)}×`;
}

/** The days of a period, its last one included. */
export function periodText({ from, until }) {
  const day = (instant) => new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' }).format(instant);
  return `${day(new Date(from))} to ${day(new Date(Date.parse(until) - 1))}`;
}
