package downbeat.web.http.resource;

import downbeat.kernel.Language;
import downbeat.web.http.operation.Form;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The languages that something is held in, as a form says it. */
final class Spoken {
    private static final String FIELD = "languages";
    /** Long enough for the answer to be about the code and not about its length. */
    private static final int LONGEST = 40;

    private Spoken() {}

    /** Empty when the form does not speak of them. */
    static Optional<List<Language>> of(Form form) {
        if (!form.has(FIELD)) {
            return Optional.empty();
        }
        var codes = form.texts(FIELD, Language.MOST, LONGEST);
        return Optional.of(IntStream.range(0, codes.size())
                .mapToObj(n -> language(form, FIELD + "[" + n + "]", codes.get(n)))
                .toList());
    }

    private static Language language(Form form, String field, String code) {
        try {
            return new Language(code);
        } catch (IllegalArgumentException unknown) {
            throw form.bad(field, "must be a code of ISO 639-1 in small letters, such as de or en.");
        }
    }

    /** As answers have them. */
    static List<String> codes(List<Language> languages) {
        return languages.stream().map(Language::value).toList();
    }
}
