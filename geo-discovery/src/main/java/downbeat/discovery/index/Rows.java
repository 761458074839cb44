package downbeat.discovery.index;

import downbeat.discovery.listing.Signature;
import downbeat.kernel.Language;

/** Entries as rows of whole numbers, one for each {@link Column}. */
final class Rows {
    private Rows() {}

    static int[] of(Entry entry, Dictionary dictionary) {
        var words = words(entry.words());
        var point = entry.point();
        var row = new int[Column.ALL];
        row[Column.NUMBER] = entry.number();
        row[Column.X] = point.map(Sphere::x).orElse(0);
        row[Column.Y] = point.map(Sphere::y).orElse(0);
        row[Column.Z] = point.map(Sphere::z).orElse(0);
        row[Column.START] = Scan.minute(entry.start());
        row[Column.UNTIL] = Scan.minute(entry.until());
        row[Column.PRICE] = (int) Math.min(Integer.MAX_VALUE, entry.price());
        row[Column.LEFT] = entry.left();
        row[Column.SIZE] = entry.size();
        row[Column.STYLE] = dictionary.styles().add(entry.style());
        row[Column.OWNER] = dictionary.owners().add(entry.owner());
        row[Column.MARKS] =
                Marks.of(entry, dictionary.currencies().add(entry.currency().getCurrencyCode()));
        row[Column.LANGUAGES] = dictionary.languages().add(Language.join(entry.languages()));
        System.arraycopy(words, 0, row, Column.WORDS_1, words.length);
        return row;
    }

    static int[] words(Signature words) {
        return new int[] {(int) (words.high() >>> 32), (int) words.high(), (int) (words.low() >>> 32), (int) words.low()
        };
    }
}
