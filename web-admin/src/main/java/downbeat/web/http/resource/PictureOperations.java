package downbeat.web.http.resource;

import downbeat.kernel.Outcome;
import downbeat.web.asset.PopUpPicture;
import downbeat.web.asset.PopUpPictures;
import downbeat.web.http.guard.Allowance;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Form;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.operation.Versions;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.http.problem.Refusals;
import downbeat.web.picture.Darkroom;
import downbeat.web.picture.Prints;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The pictures of a pop-up: its organizer brings, words, orders and removes them; everybody sees them with the pop-up. */
public final class PictureOperations {
    private static final String ALL = "/api/v1/pop-ups/{id}/pictures";
    private static final String ONE = ALL + "/{hash}";
    private static final int LONGEST_ALT = 300;

    private final PopUpShelf shelf;
    private final PopUpPictures pictures;
    private final Darkroom darkroom = new Darkroom();
    private final Executor blocking;

    public PictureOperations(PopUpShelf shelf, PopUpPictures pictures, Executor blocking) {
        this.shelf = shelf;
        this.pictures = pictures;
        this.blocking = blocking;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.post("addPicture", ALL, Access.HOST, Takes.PICTURE, this::add)
                        .knowing("alt")
                        .allowing(Allowance.UPLOAD_BY_ADDRESS),
                Operation.patch("editPicture", ONE, Access.HOST, this::edit),
                Operation.delete("removePicture", ONE, Access.HOST, this::remove));
    }

    private CompletionStage<Answer> add(Call call) {
        return shelf.own(call)
                .thenApplyAsync(
                        found -> {
                            var alt = alt(call);
                            var picture = Refusals.accepted(added(found, alt, call.body()));
                            var place = ALL.replace("{id}", found.id().value()) + "/" + picture.hash();
                            return Answer.created(place, PictureJson.of(picture));
                        },
                        blocking);
    }

    private Outcome<PopUpPicture> added(PopUpShelf.Found found, String alt, byte[] file) {
        return switch (darkroom.develop(file)) {
            case Outcome.Accepted<Prints> made -> pictures.add(found.id(), alt, made.reply());
            case Outcome.Refused<Prints> refused -> Outcome.refused(refused.refusal());
        };
    }

    /** What those read who do not see it. */
    private static String alt(Call call) {
        var alt = call.query().getOrDefault("alt", "").strip();
        if (alt.isEmpty()) {
            throw ProblemType.MISSING_FIELD.at(
                    "alt", "is missing: say in 1 to 300 characters what is to be seen, for those who do not see it.");
        }
        if (alt.codePointCount(0, alt.length()) > LONGEST_ALT
                || alt.codePoints().anyMatch(PictureOperations::unprintable)) {
            throw ProblemType.BAD_FIELD.at("alt", "must have 1 to 300 printable characters.");
        }
        return alt;
    }

    private static boolean unprintable(int c) {
        return Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** Text and place of one picture, by whoever has seen all of them as they are. */
    private CompletionStage<Answer> edit(Call call) {
        var form = call.form().only("alt", "position");
        var alt = form.optionalText("alt", 1, LONGEST_ALT).map(text -> text.replaceAll("\\s+", " "));
        var edit = new PopUpPictures.Edit(alt, position(form));
        return shelf.own(call)
                .thenApplyAsync(
                        found -> {
                            var seen = Versions.seen(call);
                            return edited(call, Refusals.accepted(pictures.edit(found.id(), hash(call), edit, seen)));
                        },
                        blocking);
    }

    private static Answer edited(Call call, List<PopUpPicture> all) {
        return all.stream()
                .filter(picture -> picture.hash().equals(hash(call)))
                .findFirst()
                .map(picture ->
                        Answer.ok(PictureJson.of(picture)).with("ETag", Versions.tag(PopUpPictures.version(all))))
                .orElseThrow(Call::notFound);
    }

    private static OptionalInt position(Form form) {
        return form.has("position")
                ? OptionalInt.of(form.integer("position", 0, PopUpPictures.MOST - 1))
                : OptionalInt.empty();
    }

    private CompletionStage<Answer> remove(Call call) {
        return shelf.own(call)
                .thenApplyAsync(
                        found -> {
                            if (!pictures.remove(found.id(), hash(call))) {
                                throw Call.notFound();
                            }
                            return Answer.noContent();
                        },
                        blocking);
    }

    private static String hash(Call call) {
        return call.holes().getOrDefault("hash", "");
    }
}
