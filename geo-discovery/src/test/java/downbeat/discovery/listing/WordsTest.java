package downbeat.discovery.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void case_accents_and_what_is_between_words_do_not_matter() {
        assertThat(Words.of("Café-Über  den <b>Dächern</b>, Nr. 5").words())
                .containsExactlyInAnyOrder("cafe", "uber", "den", "b", "dachern", "nr", "5");
        assertThat(Words.of("ストレッチ", "योग", "سباق").words()).hasSize(3);
        assertThat(Words.of(" \n—🙂 ").isEmpty()).isTrue();
    }

    @Test
    void a_sharp_s_is_two() {
        assertThat(Words.of("Oderberger Straße")).isEqualTo(Words.of("ODERBERGER STRASSE"));
    }

    @Test
    void a_signature_never_denies_a_word_that_is_there_and_seldom_claims_one_that_is_not() {
        var random = new Random(9);
        int claimed = 0;
        for (int n = 0; n < 5_000; n++) {
            var words = words(random, 12);
            var text = Words.of(String.join(" ", words));
            assertThat(text.signature()
                            .mayHave(Words.of(words.get(random.nextInt(12))).signature()))
                    .isTrue();
            claimed += text.signature().mayHave(Words.of("absent" + n).signature()) ? 1 : 0;
        }
        assertThat(claimed).isBetween(1, 150);
    }

    private static List<String> words(Random random, int many) {
        var words = new ArrayList<String>();
        for (int n = 0; n < many; n++) {
            words.add("w" + random.nextInt(1_000_000));
        }
        return words;
    }

    @Test
    void a_signature_stays_the_same_for_good_since_it_is_stored() {
        assertThat(Words.of("Indoor cycling at Stadtbad").signature())
                .isEqualTo(new Signature(4_507_998_748_164_096L, 388_127_608_799_248L));
    }
}
