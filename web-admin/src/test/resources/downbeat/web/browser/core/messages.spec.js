import { equal } from './simulation.js';

export default async (core) => {
  const { checkMessage, lettersText, letterText, paragraphs, peopleText, readersOf, readersText, snippetOf, topicText } = await import(`${core}/message-words.js`);
  const letters = (more) => ({ waiting: 0, sent: 0, failed: 0, unwanted: 0, late: 0, ...more });
  const kinds = [{ id: 'free', name: 'Free entry' }, { id: 'bike', name: 'With a bike' }];

  return {
    async how_far_letters_are_is_said_in_words_and_nothing_that_is_not() {
      equal(lettersText(letters({ sent: 9, waiting: 2, failed: 1 }), true), '9 sent, 2 on the way, 1 not delivered');
      equal(lettersText(letters({ unwanted: 1, late: 3 }), true), '1 wants no e-mail, 3 too late for e-mail');
      equal(lettersText(letters({ unwanted: 2 }), true), '2 want no e-mail');
    },
    async where_no_mail_leaves_nobody_is_told_that_it_is_on_the_way() {
      equal(lettersText(letters({ waiting: 4 }), false), 'to be read on their pages');
      equal(letterText({ state: 'WAITING', why: null, tries: 0 }, false), 'on their page');
      equal(lettersText(letters({ sent: 4, waiting: 1 }), false), '4 sent, 1 on the way');
    },
    async a_letter_says_why_it_did_not_arrive() {
      equal(letterText({ state: 'FAILED', why: 'Refused (550).', tries: 1 }, true), 'not delivered. Refused (550).');
      equal(letterText({ state: 'WAITING', why: 'Nobody answers.', tries: 2 }, true), 'to be tried again. Nobody answers.');
      equal(letterText({ state: 'WAITING', why: null, tries: 0 }, true), 'on its way');
      equal(letterText({ state: 'SENT', why: null, tries: 1 }, true), 'sent');
    },
    async whom_one_writes_to_has_a_name_and_one_kind_alone_is_no_choice() {
      equal(readersOf(kinds).map(([value]) => value), ['guests', 'kind:free', 'kind:bike', 'waiting']);
      equal(readersOf(kinds.slice(0, 1)).map(([value]) => value), ['guests', 'waiting']);
      equal(['guests', 'waiting', 'kind:bike', 'kind:gone'].map((to) => readersText(to, kinds)), ['everybody with a ticket', 'everybody who waits', 'everybody with a ticket “With a bike”', 'everybody with a ticket “gone”']);
      equal([0, 1, 12].map(peopleText), ['0 people', '1 person', '12 people']);
    },
    async a_message_without_words_does_not_go_out() {
      equal(Object.keys(checkMessage({ subject: ' ', text: '\n' })), ['subject', 'text']);
      equal(checkMessage({ subject: 'The gate', text: 'North.' }), {});
    },
    async empty_lines_part_paragraphs_and_lines_stay_lines() {
      equal(paragraphs('Now\nWhen: six\n\n\nBefore\n'), ['Now\nWhen: six', 'Before']);
      equal(paragraphs('  '), []);
    },
    async what_it_is_about_is_said_even_if_it_is_new() {
      equal([topicText('MOVED'), topicText('SOMETHING_NEW')], ['Moved', 'SOMETHING_NEW']);
    },
    async the_line_for_another_site_is_one_script() {
      equal(snippetOf('https://studio.example', 'pop-up', 'u-1'), '<script src="https://studio.example/widget.js" data-pop-up="u-1" async></script>');
    },
  };
};
