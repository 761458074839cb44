package downbeat.cluster.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PersonalKeyTest {
    private static final byte[] PLAIN = "Mia lives here".getBytes(StandardCharsets.UTF_8);

    @Test
    void what_is_sealed_opens_with_the_same_key_about_the_same_person() {
        var key = PersonalKey.parse(PersonalKey.random().text());
        assertThat(PersonalKey.parse(key.text()).open(key.seal(PLAIN, "person|mia"), "person|mia"))
                .isEqualTo(PLAIN);
    }

    @Test
    void the_same_text_is_never_sealed_alike() {
        var key = PersonalKey.random();
        assertThat(key.seal(PLAIN, "person|mia")).isNotEqualTo(key.seal(PLAIN, "person|mia"));
    }

    @Test
    void the_key_of_somebody_else_opens_nothing() {
        var sealed = PersonalKey.random().seal(PLAIN, "person|mia");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonalKey.random().open(sealed, "person|mia"));
    }

    @Test
    void a_row_that_is_put_among_those_of_somebody_else_does_not_open() {
        var key = PersonalKey.random();
        var sealed = key.seal(PLAIN, "person|mia");
        assertThatIllegalArgumentException().isThrownBy(() -> key.open(sealed, "person|tom"));
    }

    @Test
    void what_was_changed_does_not_open() {
        var key = PersonalKey.random();
        var sealed = key.seal(PLAIN, "person|mia");
        var changed = (sealed.charAt(20) == 'A' ? 'B' : 'A') + sealed.substring(21);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key.open(sealed.substring(0, 20) + changed, "person|mia"));
        assertThatIllegalArgumentException().isThrownBy(() -> key.open("AAAA", "person|mia"));
    }

    @Test
    void a_key_is_never_shown() {
        var key = PersonalKey.random();
        assertThat(key).asString().doesNotContain(key.text());
        assertThatIllegalArgumentException().isThrownBy(() -> PersonalKey.parse("AAAA"));
    }

    @Test
    void a_node_knows_a_key_for_a_short_time_and_not_too_many() {
        var now = new AtomicLong();
        var known = new KnownKeys(Duration.ofSeconds(30), now::get);
        var mia = new Person("person", "mia");
        known.note(mia, new KeyState.Kept(PersonalKey.random()));
        now.set(Duration.ofSeconds(30).toNanos());
        assertThat(known.find(mia)).isInstanceOf(KeyState.Kept.class);
        now.set(Duration.ofSeconds(30).toNanos() + 1);
        assertThat(known.find(mia)).isNull();
        known.note(mia, new KeyState.Destroyed());
        known.note(mia, new KeyState.Unmade());
        assertThat(known.find(mia)).isNull();
        known.note(mia, new KeyState.Destroyed());
        for (int i = 0; i < KnownKeys.MOST; i++) {
            known.note(new Person("person", "p" + i), new KeyState.Destroyed());
        }
        assertThat(known.find(mia)).isNull();
    }
}
