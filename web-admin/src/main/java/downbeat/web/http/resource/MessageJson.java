package downbeat.web.http.resource;

import downbeat.kernel.ParticipantId;
import downbeat.web.http.resource.ClassJson.PersonJson;
import downbeat.web.outbox.Outbox;
import downbeat.web.outbox.domain.Audience;
import downbeat.web.outbox.domain.LetterState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What guests of a pop-up are told, as its organizer sees it.
 *
 * @param to whom the organizer wrote to; null where the engine speaks
 */
record MessageJson(
        String id,
        String topic,
        String subject,
        String text,
        @Nullable String to,
        Instant at,
        int people,
        LettersJson letters) {

    /** How many letters are how far. */
    record LettersJson(int waiting, int sent, int failed, int unwanted, int late) {
        static LettersJson of(Map<LetterState, Integer> counts) {
            return new LettersJson(
                    counts.getOrDefault(LetterState.WAITING, 0),
                    counts.getOrDefault(LetterState.SENT, 0),
                    counts.getOrDefault(LetterState.FAILED, 0),
                    counts.getOrDefault(LetterState.UNWANTED, 0),
                    counts.getOrDefault(LetterState.LATE, 0));
        }
    }

    /** @param why the last try failed */
    record LetterJson(
            PersonJson to,
            String state,
            int tries,
            @Nullable Instant at,
            @Nullable String why) {
        static LetterJson of(Outbox.Letter letter, Map<ParticipantId, String> names) {
            return new LetterJson(
                    new PersonJson(letter.to().value(), names.getOrDefault(letter.to(), "")),
                    letter.state().name(),
                    letter.tries(),
                    letter.doneAt().orElse(null),
                    letter.why().orElse(null));
        }
    }

    /** @param byMail whether letters leave by e-mail at all */
    record MessagesJson(List<MessageJson> items, @Nullable String next, boolean byMail) {
        MessagesJson {
            items = List.copyOf(items);
        }
    }

    record OneMessageJson(
            MessageJson message,
            List<LetterJson> items,
            @Nullable String next,
            boolean byMail) {
        OneMessageJson {
            items = List.copyOf(items);
        }
    }

    static MessageJson of(Outbox.Sent sent) {
        var message = sent.message();
        return new MessageJson(
                message.id().value(),
                message.topic().name(),
                message.said().subject(),
                message.said().words(),
                message.audience().map(Audience::text).orElse(null),
                message.at(),
                sent.letters().values().stream().mapToInt(Integer::intValue).sum(),
                LettersJson.of(sent.letters()));
    }
}
