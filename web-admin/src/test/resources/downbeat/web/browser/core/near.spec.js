import { equal, truth } from './simulation.js';

export default async (core) => {
  const { countText, distanceText, fromAddress, offerText, reasons, rounded, toAddress, toFeed, toQuery } = await import(`${core}/near.js`);
  const nothing = fromAddress('');
  const listing = (more) => ({ kind: 'pop-up', metres: 820, style: 'Yoga', price: { minor: 0, currency: 'EUR' }, left: 3, size: 20, trial: true, why: { distance: 0.25, time: 0.29, affinity: 0, scarcity: 0.085 }, ...more });

  return {
    async an_address_is_kept_and_shared_as_it_is() {
      for (const search of ['', '?near=52.54%2C13.41', '?place=de%3A11000%3A900100003&radius=10000&kind=pop-up%2Cdrop&time=tomorrow&language=de&q=yoga&free=true&order=nearest']) equal(toAddress(fromAddress(search)), search);
    },
    async what_an_address_has_no_business_to_say_is_left_out() {
      equal(toAddress(fromAddress('?near=52.540123,13.41&radius=7&kind=party&time=never&order=cheapest&language=German&x=1')), '');
      equal(fromAddress('?near=52.5,13.4&place=here').near, '');
      equal(fromAddress(`?q=${'x'.repeat(300)}`).q.length, 200);
    },
    async the_server_is_asked_for_what_it_takes() {
      equal(toQuery(nothing, 0), 'order=best');
      equal(toQuery({ ...nothing, near: '52.54,13.41', kinds: ['drop'], q: ' tea ', free: true }, 0), 'near=52.54%2C13.41&radius=3000&kind=drop&q=tea&maxPrice=0&currency=EUR&order=best');
      equal(toQuery({ ...nothing, order: 'nearest' }, 0), '');
      equal(toQuery({ ...nothing, language: 'tr' }, 0), 'language=tr&order=best');
    },
    async a_feed_follows_what_is_asked_for_but_no_time_that_passes() {
      equal(toFeed(nothing, 'ics'), '/api/v1/discover.ics');
      equal(toFeed({ ...nothing, near: '52.54,13.41', kinds: ['drop'], time: 'today', order: 'nearest' }, 'geojson'), '/api/v1/discover.geojson?near=52.54%2C13.41&radius=3000&kind=drop');
    },
    async a_day_begins_at_midnight_here() {
      const now = new Date(2026, 10, 30, 22, 15).getTime();
      const asked = new URLSearchParams(toQuery({ ...nothing, time: 'tomorrow' }, now));
      equal(asked.get('from'), new Date(2026, 11, 1).toISOString());
      equal(asked.get('to'), new Date(2026, 11, 2).toISOString());
      equal(new URLSearchParams(toQuery({ ...nothing, time: 'today' }, now)).get('from'), null);
    },
    async a_position_leaves_the_device_within_a_kilometre() {
      equal(rounded({ latitude: 52.540449, longitude: -13.408611 }), '52.54,-13.41');
      truth(fromAddress(`?near=${rounded({ latitude: -1.2, longitude: 179.999 })}`).near === '-1.20,180.00', 'it is taken back');
    },
    async a_distance_is_said_no_finer_than_it_is_known() {
      equal([3, 474, 940, 951, 1240, 9960, 43210].map(distanceText).join(), '50 m,450 m,950 m,1.0 km,1.2 km,10 km,43 km');
    },
    async an_offer_says_what_it_costs_and_what_is_left() {
      equal(offerText(listing({})), 'free · 3 of 20 places left');
      equal(offerText(listing({ left: 0, trial: false })), 'free · sold out · for members');
      equal(offerText(listing({ kind: 'drop', trial: false, price: { minor: 1200, currency: 'EUR' } }), 'en-GB'), '€12.00 · 3 of 20 bundles left · for who took part');
    },
    async a_rank_is_explained_by_what_adds_to_it_the_strongest_first() {
      equal(reasons(listing({})).map(({ words }) => words).join(', '), 'begins soon, 800 m away, filling up');
      equal(reasons(listing({ metres: null, why: { distance: 0, time: 0.001, affinity: 0.15, scarcity: 0 } })).map(({ words }) => words).join(), 'you booked Yoga or these people before');
      equal(reasons(listing({ why: { distance: 0.001, time: 0, affinity: 0, scarcity: 0 } })).length, 0);
    },
    async a_count_says_when_it_is_rough() {
      equal([{ total: 0 }, { total: 4 }, { total: 31, atMost: true }].map(countText).join(), 'Nothing found,4 found,About 31 found');
    },
  };
};
