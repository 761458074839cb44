package downbeat.discovery.listing;

import java.util.Collection;

/**
 * 128 bits that say of most texts without a word that they do not have it (B. H. Bloom, "Space/time trade-offs in hash coding with
 * allowable errors", 1970; three bits a word: of texts of twelve words that lack one, about 1.5 % seem to have it). A text that has
 * the word always seems to.
 */
public record Signature(long high, long low) {
    public static final Signature NONE = new Signature(0, 0);

    static Signature of(Collection<String> words) {
        long high = 0;
        long low = 0;
        for (var word : words) {
            long hash = mixed(word);
            for (int bit = 0; bit < 3; bit++) {
                int at = (int) (hash >>> (bit * 7)) & 127;
                if (at < 64) {
                    low |= 1L << at;
                } else {
                    high |= 1L << (at - 64);
                }
            }
        }
        return new Signature(high, low);
    }

    /** FNV-1a over the characters, then the finalizer of MurmurHash3: stored, so never changed. */
    private static long mixed(String word) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 33;
        hash *= 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        hash *= 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }

    /** Whether a text with this signature may have all words of the other. */
    public boolean mayHave(Signature asked) {
        return (high & asked.high) == asked.high && (low & asked.low) == asked.low;
    }
}
