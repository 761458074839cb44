import { equal, truth } from './simulation.js';

export default async (core) => {
  const { areaText, checkWish, toldWith, whereOf, wishOf, wishText } = await import(`${core}/alert.js`);
  const values = { radius: '3000', 'pop-up': true, drop: false, styles: ' Yoga, , Rowing,Yoga ', FRIDAY: true, MONDAY: true, from: '17:00', to: '22:00', quiet: true, quietFrom: '22:00', quietTo: '07:00', page: true, letter: false, consent: true };
  const alert = { area: { cell: '871f1d489ffffff', latitude: 52.5217, longitude: 13.4132, name: 'Alexanderplatz' }, radius: 3000, kinds: [], styles: [], days: [], from: null, to: null, quiet: null, by: ['page'] };

  return {
    async where_is_a_place_or_a_rounded_position() {
      equal(JSON.stringify(whereOf({ near: '52.54,13.41', place: '' })), '{"near":{"latitude":52.54,"longitude":13.41}}');
      equal(JSON.stringify(whereOf({ near: '', place: 'de:1' })), '{"place":"de:1"}');
      equal(whereOf({ near: '', place: '' }), null);
    },
    async the_server_is_asked_for_what_was_filled_in() {
      const wish = wishOf(values, { place: 'de:1' }, 'Europe/Berlin');
      equal(JSON.stringify(wish), '{"place":"de:1","radius":3000,"kinds":["pop-up"],"styles":["Yoga","Rowing"],"days":["MONDAY","FRIDAY"],"from":"17:00","to":"22:00","zone":"Europe/Berlin","quiet":{"from":"22:00","to":"07:00"},"by":["page"],"consent":true}');
      const plain = wishOf({ ...values, from: '', to: '', quiet: false }, { cell: 'x' }, 'UTC');
      truth(!('from' in plain) && !('quiet' in plain), 'what is not said is not sent');
    },
    async what_is_wrong_is_said_at_its_field() {
      equal(Object.keys(checkWish(values)).join(), '');
      equal(Object.keys(checkWish({ ...values, to: '', quietTo: '22:00', 'pop-up': false, page: false, consent: false })).join(), 'from,quiet,kinds,by,consent');
      equal(Object.keys(checkWish({ ...values, quiet: false, quietFrom: '' })).join(), '');
    },
    async an_alert_is_told_in_words() {
      equal(areaText(alert), '3 km around Alexanderplatz');
      equal(areaText({ ...alert, radius: 1500, area: { ...alert.area, name: '' } }), '1.5 km around 52.5, 13.4');
      equal(wishText(alert), 'pop-ups and drops · on this page');
      equal(wishText({ ...alert, kinds: ['drop'], styles: ['Yoga'], days: ['SUNDAY'], from: '08:00', to: '12:00', by: ['page', 'letter'], quiet: { from: '22:00', to: '07:00' } }), 'drops to collect · Yoga · Sun · 08:00 to 12:00 · on this page and by message · quiet 22:00 to 07:00');
    },
    async what_was_told_is_there_once() {
      const told = (id, at = null) => ({ listing: { kind: 'drop', id, at } });
      const all = toldWith([told('d1'), told('d1', 'u1')], [told('d2'), told('d1')]);
      equal(all.map(({ listing }) => listing.id + (listing.at ?? '')).join(), 'd2,d1,d1u1');
    },
  };
};
