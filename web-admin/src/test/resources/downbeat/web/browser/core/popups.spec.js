import { equal, truth } from './simulation.js';

const BERLIN = 'Europe/Berlin';

export default async (core) => {
  const { instantOf, localOf, placeClock, placeTime, spanText, zoneNote } = await import(`${core}/place-time.js`);
  const { dueText, holdRefusal, placesText, pricesText, priceText, saleOf, saleText } = await import(`${core}/kind-words.js`);
  const { aheadOf, leftUntil, saidBetween } = await import(`${core}/countdown.js`);
  const { checkPopUp, draftFrom, draftOf, fieldOf, freshKind, requestOf, weekLater, withForm } = await import(`${core}/pop-up-draft.js`);
  const { minorOf, pointOf } = await import(`${core}/entry.js`);
  const euro = (minor) => ({ minor, currency: 'EUR' });
  const places = (more) => ({ size: 10, sold: 0, held: 0, offered: 0, left: 10, waiting: 0, ...more });
  const kind = (more) => ({ id: 'free', name: 'Free entry', category: 'FREE', quota: 10, price: euro(0), perPerson: 2, onSaleFrom: null, onSaleUntil: null, places: places(), ...more });
  const filled = () => ({ ...draftOf(new Date('2026-11-26T10:00:00Z')), title: 'Square', host: 'Club', 'place.name': 'Hall', 'place.address': 'Marktplatz 1', 'place.point': '53.55, 9.99', 'place.zone': BERLIN, start: '2026-12-01T18:00' });

  return {
    async a_time_is_told_on_the_clocks_of_its_place() {
      equal(placeTime('2026-12-01T17:00:00Z', BERLIN, 'en-GB'), 'Tue 1 Dec, 18:00');
      equal(placeClock('2026-07-01T16:00:00Z', BERLIN, 'en-GB'), '18:00');
      equal(placeTime('2026-12-01T17:00:00Z', 'Asia/Tokyo', 'en-GB'), 'Wed 2 Dec, 2:00');
    },
    async a_day_is_said_twice_only_where_it_ends_on_another() {
      equal(spanText('2026-12-01T17:00:00Z', '2026-12-01T19:00:00Z', BERLIN, 'en-GB'), 'Tue 1 Dec, 18:00 to 20:00');
      equal(spanText('2026-12-01T21:00:00Z', '2026-12-01T23:30:00Z', BERLIN, 'en-GB'), 'Tue 1 Dec, 22:00 to Wed 2 Dec, 0:30');
    },
    async who_reads_it_where_clocks_agree_is_told_nothing_of_zones() {
      equal(zoneNote('2026-12-01T17:00:00Z', BERLIN, 'Europe/Paris', 'en-GB'), '');
      equal(zoneNote('2026-12-01T17:00:00Z', BERLIN, 'America/New_York', 'en-GB'), 'Europe/Berlin time, 12:00 where you are');
      equal(zoneNote('2026-12-01T17:00:00Z', BERLIN, 'Asia/Tokyo', 'en-GB'), 'Europe/Berlin time, Wed 2 Dec, 2:00 where you are');
    },
    async a_price_has_the_places_after_the_point_that_its_currency_has() {
      equal([euro(0), euro(550), { minor: 550, currency: 'JPY' }].map((money) => priceText(money, 'en-GB')), ['free', '€5.50', 'JP¥550']);
    },
    async prices_are_told_from_the_cheapest_to_the_dearest_that_guests_may_have() {
      equal(pricesText([kind(), kind({ category: 'PAID', price: euro(1200) })], 'en-GB'), 'free to €12.00');
      equal(pricesText([kind({ category: 'STAFF' }), kind({ category: 'PAID', price: euro(1200) })], 'en-GB'), '€12.00');
    },
    async a_sale_is_told_and_asked_for_on_the_clocks_of_the_place() {
      equal(instantOf('2026-12-01T18:00', BERLIN), '2026-12-01T17:00:00Z');
      equal(instantOf('2026-07-01T18:00', BERLIN), '2026-07-01T16:00:00Z');
      equal(instantOf('2027-03-28T02:30', BERLIN), '2027-03-28T01:30:00Z', 'an hour that does not exist');
      equal(instantOf('2026-10-25T02:30', BERLIN), '2026-10-25T00:30:00Z', 'the first of two');
      equal(instantOf('2026-12-01T00:00', 'Pacific/Kiritimati'), '2026-11-30T10:00:00Z');
      equal(localOf('2026-12-01T23:30:00Z', BERLIN), '2026-12-02T00:30');
      const sold = { ...freshKind(), name: 'Entry', saleFrom: '2026-10-25T02:30', saleUntil: '2026-12-01T16:00', onSaleFrom: '2026-10-25T01:30:00Z', onSaleUntil: '2026-12-01T14:00:00Z' };
      const [kind] = requestOf({ ...filled(), kinds: [sold] }).kinds;
      equal([kind.onSaleFrom, kind.onSaleUntil], ['2026-10-25T01:30:00Z', '2026-12-01T15:00:00Z'], 'only what was changed');
      equal(Object.keys(checkPopUp({ ...filled(), kinds: [{ ...sold, saleUntil: '' }] })), ['kinds[0].saleUntil']);
      equal(Object.keys(checkPopUp({ ...filled(), kinds: [{ ...sold, saleUntil: sold.saleFrom }] })), ['kinds[0].saleUntil']);
      equal(Object.keys(checkPopUp({ ...filled(), kinds: [{ ...sold, saleFrom: '' }] })), ['kinds[0].saleFrom']);
    },
    async held_is_not_sold_out() {
      const now = Date.parse('2026-12-01T10:00:00Z');
      equal(saleOf(kind(), places(), now), 'open');
      equal(saleOf(kind({ places: places({ sold: 8, held: 2, left: 0 }) }), places(), now), 'held');
      equal(saleOf(kind({ places: places({ sold: 8, offered: 2, left: 0 }) }), places(), now), 'held');
      equal(saleOf(kind({ places: places({ sold: 10, left: 0 }) }), places(), now), 'out');
    },
    async a_full_pop_up_has_no_kind_left_to_sell() {
      const now = Date.parse('2026-12-01T10:00:00Z');
      equal(saleOf(kind({ places: places({ sold: 4, left: 0 }) }), places({ sold: 10, left: 0 }), now), 'out');
      equal(saleOf(kind({ places: places({ sold: 4, left: 0 }) }), places({ sold: 9, held: 1, left: 0 }), now), 'held');
    },
    async what_is_left_is_said_in_words() {
      const popUp = { place: { zone: BERLIN }, places: places() };
      const now = Date.parse('2026-12-01T10:00:00Z');
      const said = (more) => saleText(kind(more), popUp, now, 'en-GB');
      equal(said({ places: places({ left: 3 }) }), '3 left');
      equal(said({ places: places({ sold: 10, left: 0, waiting: 4 }) }), 'sold out, 4 waiting');
      equal(said({ places: places({ held: 10, left: 0 }) }), 'all held, not all sold');
      equal(said({ onSaleFrom: '2026-12-01T11:00:00Z', onSaleUntil: '2026-12-01T16:00:00Z' }), 'on sale from Tue 1 Dec, 12:00');
      equal(said({ onSaleFrom: '2026-11-01T11:00:00Z', onSaleUntil: '2026-12-01T10:00:00Z' }), 'was on sale until Tue 1 Dec, 11:00');
      equal(placesText(places({ sold: 4, left: 6 })), '6 of 10 left');
      equal(placesText(places({ sold: 9, held: 1, left: 0, waiting: 2 })), 'all held, not all sold, 2 waiting');
    },
    async who_finds_all_held_is_told_when_to_try_again() {
      const clockAt = (ms) => `18:${String(ms / 60000).padStart(2, '0')}`;
      equal(holdRefusal({ code: 'all-held', retryAfterS: 2400, message: 'x' }, clockAt), 'All are held, not all are sold. Try again at 18:40.');
      equal(holdRefusal({ code: 'sold-out', retryAfterS: null, message: 'Sold out.' }, clockAt), 'Sold out.');
    },
    async what_is_due_is_said_until_it_is_paid() {
      equal(['DUE_AT_DOOR', 'PAID', 'NOTHING_DUE'].map((settlement) => dueText({ settlement, price: euro(500) }, 'en-GB')), ['€5.00 to pay at the door', '€5.00 paid', '']);
    },
    async a_countdown_never_goes_below_nothing() {
      equal(leftUntil('2026-12-01T10:00:05Z', Date.parse('2026-12-01T10:00:00Z')), 5000);
      equal(leftUntil('2026-12-01T10:00:05Z', Date.parse('2026-12-01T10:00:09Z')), 0);
    },
    async only_the_last_minutes_of_a_countdown_are_said_aloud() {
      equal(saidBetween(200_000, 199_000), null);
      equal(saidBetween(60_200, 59_900), '1 minute left');
      equal(saidBetween(59_900, 59_000), null);
      equal(saidBetween(10_200, 0), 'The time is over');
      equal(saidBetween(0, 0), null);
    },
    async a_phone_whose_clock_is_wrong_counts_by_the_clock_of_the_server() {
      const now = Date.parse('2026-12-01T10:00:00Z');
      equal(aheadOf('Tue, 01 Dec 2026 10:05:00 GMT', now), 300_500);
      equal(aheadOf('Tue, 01 Dec 2026 10:00:01 GMT', now), 0);
      equal(aheadOf(null, now), 0);
    },
    async a_filled_form_becomes_the_request_and_the_answer_a_form_again() {
      const request = requestOf(filled());
      equal([request.place, request.start, request.kinds[0].id, request.kinds[0].price], [{ name: 'Hall', address: 'Marktplatz 1', lat: 53.55, lon: 9.99, zone: BERLIN, accessibility: '' }, '2026-12-01T18:00', 'free-entry', euro(0)]);
      const answer = { ...request, localStart: request.start, places: places({ size: request.capacity }), linkedClass: null };
      equal(requestOf(draftFrom(answer)), request);
      const spoken = ['tr', 'de', 'sw'];
      equal(requestOf(draftFrom({ ...answer, languages: spoken })).languages, spoken);
      equal(requestOf({ ...filled(), language: 'de', alsoLanguage: 'de' }).languages, ['de']);
    },
    async kinds_are_told_apart_whatever_they_are_called() {
      const named = (name, id = '') => ({ ...freshKind(), id, name });
      const ids = requestOf({ ...filled(), kinds: [named('Éntry!'), named('Entry'), named('入場'), named('Old', 'entry-2')] }).kinds.map(({ id }) => id);
      equal(new Set(ids).size, 4);
      equal(ids[3], 'entry-2');
      truth(ids.every((id) => /^[A-Za-z0-9_-]{1,64}$/.test(id)), ids.join(' '));
    },
    async a_form_with_mistakes_names_every_field() {
      const errors = checkPopUp({ ...filled(), title: ' ', 'place.point': 'here', capacity: '0', kinds: [{ ...freshKind(), name: 'Paid', category: 'PAID', price: '0' }, { ...freshKind(), name: '', price: '1' }] });
      equal(Object.keys(errors).sort(), ['capacity', 'kinds[0].price', 'kinds[1].name', 'kinds[1].price', 'place.point', 'title']);
      equal(checkPopUp(filled()), {});
    },
    async a_refusal_stands_at_the_field_it_is_about() {
      const at = (name) => fieldOf(name, filled());
      equal(['start', 'place.lat', 'kinds[0].quota', 'kinds[0].price.minor', 'kinds[0].price.currency', 'length', 'kinds', 'nothing', null].map(at),
        ['start', 'place.point', 'kinds[0].quota', 'kinds[0].price', 'currency', 'lengthMinutes', 'kinds', null, null]);
    },
    async what_is_typed_goes_into_the_draft_kind_by_kind() {
      const draft = withForm({ ...filled(), kinds: [freshKind(), freshKind()] }, { title: 'New', 'kinds[1].name': 'Second', q: 'not a field' });
      equal([draft.title, draft.kinds[0].name, draft.kinds[1].name, 'q' in draft], ['New', '', 'Second', false]);
    },
    async numbers_and_places_are_read_strictly() {
      equal(['12', '12,5', '0.05', '-1', '1.234', ''].map(minorOf), [1200, 1250, 5, null, null, null]);
      equal(['53.55, 9.99', '53.55 9.99', '-33.9,151.2', '91, 0', '53.55', 'N 53'].map(pointOf), [{ lat: 53.55, lon: 9.99 }, { lat: 53.55, lon: 9.99 }, { lat: -33.9, lon: 151.2 }, null, null, null]);
    },
    async a_copy_is_a_week_later_on_the_same_clocks() {
      equal(weekLater('2026-12-28T18:00'), '2027-01-04T18:00');
      equal(weekLater('2026-03-25T02:30:00'), '2026-04-01T02:30');
    },
  };
};
