package downbeat.discovery.listing;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The words of a text, without case and accents, so that "Cafe" finds "Café", and "Strasse" finds "Straße".
 */
public record Words(Set<String> words) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

    public Words {
        words = Set.copyOf(words);
    }

    public static Words of(String... texts) {
        var all = new TreeSet<String>();
        for (var text : texts) {
            var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                    .replaceAll("");
            GAPS.splitAsStream(plain.toLowerCase(Locale.ROOT).replace("ß", "ss"))
                    .filter(word -> !word.isEmpty())
                    .forEach(all::add);
        }
        return new Words(all);
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether all of the asked words are among these. */
    public boolean have(Collection<String> asked) {
        return words.containsAll(asked);
    }

    public Signature signature() {
        return Signature.of(words);
    }
}
