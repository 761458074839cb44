package downbeat.classes.domain;

import downbeat.classes.domain.LiveClass.Written;
import downbeat.classes.domain.LiveClassEvent.*;
import downbeat.classes.domain.room.Guest;
import downbeat.classes.domain.room.Move;
import downbeat.classes.domain.room.Unnamed;
import downbeat.kernel.TimeWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What facts make of a class. Total: a fact that means nothing in a state leaves it as it is. */
final class Story {
    private Story() {}

    static LiveClass after(LiveClass state, LiveClassEvent event) {
        return switch (state) {
            case LiveClass.Blank blank ->
                event instanceof ClassDrafted drafted ? new LiveClass.Draft(Sheet.of(drafted)) : blank;
            case Written written -> turned(written.with(sheetAfter(written.sheet(), event)), event);
        };
    }

    private static Sheet sheetAfter(Sheet sheet, LiveClassEvent event) {
        return switch (event) {
            case ClassEdited e -> sheet.described(e.details(), e.window()).counted(true);
            case PlanAttached e -> sheet.planned(e.plan()).counted(true);
            case ClassDrafted e -> sheet;
            case ClassScheduled e -> sheet.counted(true);
            case LobbyOpened e -> sheet.counted(true);
            case ClassBegun e -> sheet.counted(true);
            case ClosingBegun e -> settled(sheet);
            case ClassFinished e -> settled(sheet);
            case ClassEnded e -> settled(sheet);
            case ClassCancelled e -> settled(sheet);
            case PlaceBooked e ->
                seated(sheet, sheet.places().book(new Booking(e.participant(), e.place(), e.trial())));
            case OfferAccepted e ->
                seated(sheet, sheet.places().book(new Booking(e.participant(), e.place(), e.trial())));
            case PlaceSwitched e -> seated(sheet, sheet.places().move(e.participant(), e.to()));
            case WaitingJoined e ->
                seated(sheet, sheet.places().queue(new Waiting(e.participant(), e.place(), e.trial())));
            case PlaceOffered e -> seated(sheet, sheet.places().offer(offer(sheet, e)));
            case BookingCancelled e -> seated(sheet, sheet.places().without(e.participant()));
            case WaitingLeft e -> seated(sheet, sheet.places().without(e.participant()));
            case OfferDeclined e -> seated(sheet, sheet.places().without(e.participant()));
            case OfferLapsed e -> seated(sheet, sheet.places().without(e.participant()));
            case CameOnline e -> cameOnline(sheet, e);
            case StaysNoted e ->
                sheet.roomed(sheet.rooms().with(new Guest(e.room(), e.participant(), e.stays())))
                        .counted(false);
            case UnnamedCounted e ->
                sheet.roomed(sheet.rooms().with(new Unnamed(e.room(), e.inside())))
                        .counted(false);
            case AttendanceRevised e -> sheet.counted(false);
        };
    }

    private static Sheet cameOnline(Sheet sheet, CameOnline event) {
        var booking = new Booking(event.participant(), PlaceKind.ONLINE, event.trial());
        return seated(sheet, sheet.places().book(booking))
                .roomed(sheet.rooms().with(new Move(event.participant(), event.instead())));
    }

    private static Offer offer(Sheet sheet, PlaceOffered event) {
        boolean trial = sheet.places()
                .waitingOf(event.participant())
                .map(Waiting::trial)
                .orElse(false);
        return new Offer(event.participant(), event.place(), trial, event.until());
    }

    private static Sheet seated(Sheet sheet, Places places) {
        return sheet.seated(places).counted(false);
    }

    private static Sheet settled(Sheet sheet) {
        return sheet.seated(sheet.places().settled()).counted(true);
    }

    private static LiveClass turned(Written written, LiveClassEvent event) {
        var sheet = written.sheet();
        return switch (event) {
            case ClassScheduled e -> new LiveClass.Scheduled(sheet);
            case LobbyOpened e -> new LiveClass.Lobby(sheet, e.at());
            case ClassBegun e -> new LiveClass.Live(sheet, e.at());
            case ClosingBegun e -> new LiveClass.Closing(held(written, e.at()), begun(written, e.at()), e.at());
            case ClassFinished e ->
                new LiveClass.Ended(
                        held(written, e.at()), ended(written, e.at()), e.attendances(), Optional.of(e.report()));
            case ClassEnded e -> new LiveClass.Ended(sheet, e.at(), List.of(), Optional.empty());
            case AttendanceRevised e ->
                written instanceof LiveClass.Ended ended ? revised(ended, e.attendance()) : written;
            case ClassCancelled e -> new LiveClass.Cancelled(sheet, e.reason(), e.at());
            default -> written;
        };
    }

    /** When the live part was is known as soon as it is over. */
    static Sheet held(Written written, Instant end) {
        var sheet = written.sheet();
        return written instanceof LiveClass.Live live && live.begunAt().isBefore(end)
                ? sheet.roomed(sheet.rooms().held(new TimeWindow(live.begunAt(), end)))
                : sheet;
    }

    private static LiveClass.Ended revised(LiveClass.Ended ended, Attendance changed) {
        var who = changed.booking().who();
        var others =
                ended.attendances().stream().filter(one -> !one.booking().who().equals(who));
        return new LiveClass.Ended(
                ended.sheet(),
                ended.endedAt(),
                Stream.concat(others, Stream.of(changed)).toList(),
                ended.report());
    }

    private static Instant begun(Written written, Instant otherwise) {
        return written instanceof LiveClass.Live live ? live.begunAt() : otherwise;
    }

    private static Instant ended(Written written, Instant otherwise) {
        return written instanceof LiveClass.Ended ended ? ended.endedAt() : otherwise;
    }
}
