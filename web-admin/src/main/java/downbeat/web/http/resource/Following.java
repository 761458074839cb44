package downbeat.web.http.resource;

import downbeat.classes.domain.ClassDetails;
import downbeat.classes.domain.Phase;
import downbeat.classes.entity.ClassCard;
import downbeat.classes.entity.LiveClasses;
import downbeat.kernel.ClassId;
import downbeat.web.http.operation.Form;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The class that the members of another one go on to. */
final class Following {
    /** The field that names it; null for none. */
    static final String FIELD = "nextClass";

    private final LiveClasses classes;

    Following(LiveClasses classes) {
        this.classes = classes;
    }

    /** The details with what the form says of the class that follows; fails with a problem of the field. */
    CompletionStage<ClassDetails> said(Form form, Shelf.Found found, ClassDetails details) {
        if (!form.tree().has(FIELD)) {
            return CompletableFuture.completedStage(details);
        }
        if (!form.has(FIELD)) {
            return CompletableFuture.completedStage(details.followedBy(null));
        }
        var next = id(form);
        return classes.show(next).thenApply(card -> {
            if (next.equals(found.id()) || !follows(card, found.card())) {
                throw unfit(form);
            }
            return details.followedBy(next);
        });
    }

    private static ClassId id(Form form) {
        try {
            return new ClassId(form.text(FIELD, 1, 64));
        } catch (IllegalArgumentException e) {
            throw unfit(form);
        }
    }

    private static boolean follows(Optional<ClassCard> next, ClassCard first) {
        return next.filter(card -> card.trainer().equals(first.trainer()))
                .filter(card -> card.phase() != Phase.ENDED && card.phase() != Phase.CANCELLED)
                .isPresent();
    }

    private static RuntimeException unfit(Form form) {
        return form.bad(FIELD, "must be the id of another class of yours that is not over, or null.");
    }
}
