package downbeat.web.stage;

import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Takes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A body for each operation that is right in form, so that something else decides. */
public final class RightBodies {
    private RightBodies() {}

    /**
     * Null for an operation that takes none.
     *
     * @param planId of a cue plan of whoever calls
     */
    public static byte @Nullable [] of(Operation operation, String planId) {
        return operation.takes().kind() == Takes.Kind.NOTHING ? null : body(operation.name(), planId);
    }

    /** The media type that goes with it. */
    public static String type(Operation operation) {
        return switch (operation.takes().kind()) {
            case FILE, LOAD -> "application/octet-stream";
            case MEDIA -> "image/png";
            case JSON, NOTHING -> "application/json";
        };
    }

    private static byte[] body(String operation, String planId) {
        return switch (operation) {
            case "importCuePlan" -> Workouts.ftpTest();
            case "editPicture" -> Visitor.json(Map.of("alt", "Another text."));
            case "uploadAsset", "addPicture" -> MediaFiles.png(1);
            case "measureUplink" -> new byte[1024];
            case "recordVerdict" -> Visitor.json(Rigs.good());
            case "draftClass" -> Visitor.json(Workouts.classBody());
            case "editClass" -> Visitor.json(Map.of("title", "Taken over", "languages", List.of("de")));
            case "attachPlan" -> Visitor.json(Map.of("planId", planId));
            case "cancelClass" -> Visitor.json(Map.of("reason", "none"));
            case "book", "switchPlace" -> Visitor.json(Map.of("place", "ONLINE"));
            case "control" -> Visitor.json(Map.of("start", Map.of()));
            case "draftPopUp", "editPopUp" -> Visitor.json(PopUpBodies.form("languages", List.of("de", "en")));
            case "copyPopUp" -> Visitor.json(Map.of("start", "2198-12-08T18:00"));
            case "cancelPopUp" -> Visitor.json(Map.of("reason", "none"));
            case "previewSeries", "beginSeries" -> Visitor.json(Map.of("rule", "FREQ=WEEKLY;COUNT=3"));
            case "cancelSeries" -> Visitor.json(Map.of("reason", "none"));
            case "makeSeriesAlike" -> Visitor.json(Map.of("popUp", "u-nobodys"));
            case "moveSeriesDate" -> Visitor.json(Map.of("start", "2198-12-08T18:00"));
            case "importPopUps" -> PopUpBodies.sheet("right").getBytes(java.nio.charset.StandardCharsets.UTF_8);
            case "holdPlaces" -> Visitor.json(Map.of("kind", "free", "count", 1));
            case "changePlace" -> Visitor.json(Map.of("to", "ONLINE"));
            case "joinWaiting" -> Visitor.json(Map.of("kind", "free"));
            case "setGates" -> Visitor.json(PopUpBodies.gates("main", "north"));
            case "inviteDevice" -> Visitor.json(Map.of("supervisor", false));
            case "openDoorSession" -> Visitor.json(Map.of("code", "i-nobodys"));
            case "walkIn" -> Visitor.json(PopUpBodies.walkIn("w-1", "free", "d-1"));
            case "takeTicket" -> Visitor.json(Map.of("code", "no.such.code"));
            case "revokeTicket" -> Visitor.json(Map.of("reason", "none"));
            case "registerDevice" -> Visitor.json(Map.of("name", "Phone"));
            case "scanPass" -> Visitor.json(PopUpBodies.scan("no pass", "n-1", "d-1"));
            case "uploadScans" ->
                Visitor.json(Map.of("scans", List.of(PopUpBodies.offline("no pass", "n-1", "d-1", "UNREADABLE"))));
            case "composeDrop", "editDrop" -> Visitor.json(DropBodies.online("0".repeat(64) + ".png"));
            case "cancelDrop" -> Visitor.json(Map.of("reason", "none"));
            case "restockDrop" -> Visitor.json(Map.of("component", "file", "stock", 5));
            case "claimBundle", "waitForUnits" -> Visitor.json(DropBodies.DOWNLOAD);
            case "moveClaim" -> Visitor.json(Map.of("point", "online", "window", "early"));
            case "acceptUnits" -> Visitor.json(Map.of());
            case "makeReady" -> Visitor.json(Map.of("dropId", "d-nobodys", "claims", List.of()));
            case "handOver" -> Visitor.json(DropBodies.handover("1-00000", "n-1"));
            case "uploadHandovers" -> Visitor.json(DropBodies.offline("1-00000", "n-1"));
            case "hearPayment" -> Visitor.json(Map.of("id", "evt_1", "type", "charge.refunded"));
            case "sendMessage" -> Visitor.json(Map.of("to", "guests", "subject", "The gate", "text", "It is north."));
            case "unsubscribe" -> "List-Unsubscribe=One-Click".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            case "createWebhook", "editWebhook" -> Visitor.json(HookBodies.to(HookBodies.NOBODY_THERE));
            case "createAlert", "editAlert" -> Visitor.json(AlertBodies.around(53.55, 9.99));
            case "replayFailedDeliveries" -> Visitor.json(Map.of("since", "2026-12-01T17:00:00Z"));
            case "eraseMe" -> Visitor.json(Map.of("password", "of nobody at all"));
            case "editMyPost" -> Visitor.json(Map.of("wanted", true));
            case "assignRoles" -> Visitor.json(Map.of("roles", List.of("MEMBER", "TRAINER", "ORGANIZER")));
            case "editProfile" -> Visitor.json(Map.of("name", "Somebody"));
            case "register" ->
                Visitor.json(Map.of("email", "new@example.org", "password", Visitor.PASSWORD, "name", "New"));
            case "signIn" -> Visitor.json(Map.of("email", "nobody@example.org", "password", "x"));
            default -> throw new AssertionError("Say what a right body of " + operation + " is");
        };
    }
}
