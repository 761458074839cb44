package downbeat.discovery.index;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Texts as small numbers, for good. Asked by many, added to by one at a time. */
final class Terms {
    /** The number of a text that no listing has. */
    static final int UNKNOWN = -1;

    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private volatile String[] texts = new String[16];

    /** The number of a text, a new one if need be. */
    synchronized int add(String text) {
        var known = numbers.get(text);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        var all = number == texts.length ? Arrays.copyOf(texts, 2 * number) : texts;
        all[number] = text;
        texts = all;
        numbers.put(text, number);
        return number;
    }

    int find(String text) {
        return numbers.getOrDefault(text, UNKNOWN);
    }

    int size() {
        return numbers.size();
    }

    String text(int number) {
        return texts[number];
    }
}
