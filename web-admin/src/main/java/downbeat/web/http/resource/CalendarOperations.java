package downbeat.web.http.resource;

import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A pop-up as an entry of a calendar. */
public final class CalendarOperations {
    private final PopUpShelf shelf;
    private final Clock clock;

    public CalendarOperations(PopUpShelf shelf, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("popUpCalendar", "/api/v1/pop-ups/{id}/calendar.ics", Access.ANYONE, this::calendar));
    }

    private CompletionStage<Answer> calendar(Call call) {
        return shelf.visible(call)
                .thenApply(found -> Answer.bytes(
                                "text/calendar; charset=UTF-8",
                                CalendarFile.of(found, clock.instant()).getBytes(StandardCharsets.UTF_8))
                        .with("Content-Disposition", "inline; filename=\"pop-up.ics\""));
    }
}
