package downbeat.web.outbox;

import downbeat.kernel.ParticipantId;
import downbeat.web.outbox.domain.Message;
import downbeat.web.outbox.domain.Said;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/** Where letters lead: to the pop-up, to what else was said, and to no more letters. */
public final class LetterLinks {
    /** Where the way out is; the token follows. */
    public static final String UNSUBSCRIBE = "/api/v1/post/unsubscribe/";

    private final String pages;
    private final Function<ParticipantId, String> tokens;

    /**
     * @param pages where members find the pages, such as {@code https://studio.example}; empty if that is not known
     * @param tokens by which each reader ends letters without a sign-in
     */
    public LetterLinks(String pages, Function<ParticipantId, String> tokens) {
        this.pages = pages.replaceFirst("/+$", "");
        this.tokens = tokens;
    }

    /** What a letter has and the page does not need: the way back. */
    Said signed(Message message, ParticipantId reader) {
        var way = unsubscribe(reader)
                .map(out ->
                        "The pop-up: " + pages + "/pop-ups/" + message.popUp().value()
                                + "\nYour messages, and whether they come by e-mail: " + pages + "/messages"
                                + "\nNo more e-mail, without signing in: " + out)
                .orElse(
                        "You find the pop-up and this message on the pages of Downbeat, where you can also say that you want no e-mail.");
        return new Said(message.said().subject(), message.said().words() + "\n\n-- \n" + way + "\n");
    }

    /** Ends letters to this reader. */
    Optional<URI> unsubscribe(ParticipantId reader) {
        return pages.isEmpty() ? Optional.empty() : Optional.of(URI.create(pages + UNSUBSCRIBE + tokens.apply(reader)));
    }
}
