package downbeat.web.http.resource;

import downbeat.kernel.ParticipantId;
import downbeat.popups.entity.PopUpCard;
import downbeat.popups.entity.TicketCard;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Csv;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Paging;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.http.resource.ClassJson.PersonJson;
import downbeat.web.identity.view.MemberNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Who comes to a pop-up, for its organizer; for those at the door too, to be found by name. */
public final class AttendeeOperations {
    private static final String ATTENDEES = "/api/v1/pop-ups/{id}/attendees";
    private static final int LONGEST_NAME = 80;

    private final PopUpShelf shelf;
    private final MemberNames names;
    private final Paging paging;
    private final Executor blocking;

    public AttendeeOperations(PopUpShelf shelf, MemberNames names, Paging paging, Executor blocking) {
        this.shelf = shelf;
        this.names = names;
        this.paging = paging;
        this.blocking = blocking;
    }

    /** @param holder nobody known for a walk-in */
    record AttendeeJson(
            String ticket,
            @Nullable PersonJson holder,
            String kind,
            MoneyJson price,
            String settlement,
            String validity,
            int entries,
            int inside,
            List<String> incidents) {
        AttendeeJson {
            incidents = List.copyOf(incidents);
        }

        static AttendeeJson of(TicketCard ticket, Map<ParticipantId, String> names) {
            return new AttendeeJson(
                    ticket.ticket().value(),
                    DoorJson.person(ticket, names),
                    ticket.kind().value(),
                    MoneyJson.of(ticket.price()),
                    ticket.settlement().name(),
                    ticket.validity().name(),
                    ticket.entries(),
                    ticket.inside(),
                    ticket.incidents().stream().map(Enum::name).toList());
        }
    }

    /** The same as a line of a table. */
    record AttendeeRow(
            int ticket,
            String name,
            String kind,
            long priceMinor,
            String currency,
            String settlement,
            String validity,
            int entries,
            int inside,
            String incidents) {
        static AttendeeRow of(AttendeeJson json) {
            return new AttendeeRow(
                    Integer.parseInt(json.ticket()),
                    json.holder() == null ? "" : json.holder().name(),
                    json.kind(),
                    json.price().minor(),
                    json.price().currency(),
                    json.settlement(),
                    json.validity(),
                    json.entries(),
                    json.inside(),
                    String.join(" ", json.incidents()));
        }
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("listAttendees", ATTENDEES, Access.DOOR, this::list)
                        .knowing("q", "cursor"),
                Operation.get("exportAttendees", ATTENDEES + ".csv", Access.HOST, this::export));
    }

    private CompletionStage<Answer> list(Call call) {
        var wanted = call.query().getOrDefault("q", "").strip().toLowerCase(Locale.ROOT);
        if (wanted.length() > LONGEST_NAME) {
            throw ProblemType.BAD_FIELD.at("q", "must have at most " + LONGEST_NAME + " characters.");
        }
        return shelf.door(call)
                .thenApply(AtDoor::found)
                .thenApplyAsync(
                        found -> {
                            var list = "attendees of " + found.id().value() + " " + wanted;
                            var all = named(found.card(), wanted);
                            var page = paging.of(
                                    call, list, all, ticket -> ticket.ticket().value());
                            return Answer.ok(new PageJson<>(rows(page.rows()), page.next()));
                        },
                        blocking);
    }

    /** Those whose holder's name has these letters in it; all when there are none. */
    private List<TicketCard> named(PopUpCard card, String letters) {
        if (letters.isEmpty()) {
            return card.tickets();
        }
        var known = namesOf(card.tickets());
        return card.tickets().stream()
                .filter(ticket -> ticket.holder()
                        .map(who -> known.getOrDefault(who, "").toLowerCase(Locale.ROOT))
                        .filter(name -> name.contains(letters))
                        .isPresent())
                .toList();
    }

    private CompletionStage<Answer> export(Call call) {
        return shelf.own(call)
                .thenApplyAsync(
                        found -> Answer.bytes(
                                        "text/csv; charset=UTF-8; header=present",
                                        Csv.of(
                                                AttendeeRow.class,
                                                rows(found.card().tickets()).stream()
                                                        .map(AttendeeRow::of)
                                                        .toList()))
                                .with("Content-Disposition", "attachment; filename=\"attendees.csv\""),
                        blocking);
    }

    private List<AttendeeJson> rows(List<TicketCard> tickets) {
        var known = namesOf(tickets);
        return tickets.stream().map(ticket -> AttendeeJson.of(ticket, known)).toList();
    }

    private Map<ParticipantId, String> namesOf(List<TicketCard> tickets) {
        return names.of(tickets.stream()
                .flatMap(ticket -> ticket.holder().stream())
                .distinct()
                .toList());
    }
}
