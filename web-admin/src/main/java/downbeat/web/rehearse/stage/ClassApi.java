package downbeat.web.rehearse.stage;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.web.asset.AssetType;
import downbeat.web.rehearse.device.Pass;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a rehearsal asks of the public API, call by call. Every call blocks: use virtual threads for many. */
public final class ClassApi implements AutoCloseable {
    private static final String ROOT = "/api/v1";
    /** Long enough for any policy; nobody signs in with it after the rehearsal. */
    private static final String PASSWORD = "rehearse-the-downbeat-9";

    private final Http http;
    private final Http members;

    public ClassApi(URI base) {
        this.http = Http.program(base);
        this.members = Http.crowd(base);
    }

    /** Registers somebody and signs them in: the bearer token of their session. */
    public String newAccount(String email, String name, List<String> roles) {
        JsonNode account = http.post(
                ROOT + "/accounts", "", Map.of("email", email, "password", PASSWORD, "name", name, "roles", roles));
        if (account.path("token").isTextual()) {
            return account.path("token").asText();
        }
        return text(http.post(ROOT + "/session", "", Map.of("email", email, "password", PASSWORD)), "token");
    }

    /** The bearer token of a new session of an account that exists. */
    public String signIn(Account account) {
        try {
            return text(
                    http.post(ROOT + "/session", "", Map.of("email", account.email(), "password", account.password())),
                    "token");
        } catch (ApiException refused) {
            throw new ApiException("%s cannot sign in: %s".formatted(account, refused.getMessage()), refused);
        }
    }

    public void signOut(String session) {
        http.delete(ROOT + "/session", session);
    }

    /** Takes a plan out of the trainer's library; classes that have it keep it. */
    public void removePlan(String trainer, String planId) {
        http.delete(ROOT + "/cue-plans/" + planId, trainer);
    }

    /** Imports a workout file into the trainer's library: the plan's id. */
    public String importPlan(String trainer, String fileName, byte[] workout) {
        return text(http.postRaw(ROOT + "/cue-plans?name=" + fileName, trainer, workout), "id");
    }

    /** A class of this trainer, scheduled and bookable: its id. */
    public String scheduleClass(String trainer, String planId, int capacity, long minutes) {
        String start = Instant.now()
                .plus(10, ChronoUnit.MINUTES)
                .truncatedTo(ChronoUnit.MINUTES)
                .atZone(ZoneOffset.UTC)
                .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm"));
        JsonNode created = http.post(
                ROOT + "/classes",
                trainer,
                Map.ofEntries(
                        Map.entry("title", "Rehearsal"),
                        Map.entry("style", "Cycling"),
                        Map.entry("description", "A rehearsal with simulated members."),
                        Map.entry("start", start),
                        Map.entry("zone", "UTC"),
                        Map.entry("lengthMinutes", minutes),
                        Map.entry("onlineCapacity", capacity),
                        Map.entry("inRoomCapacity", 0),
                        Map.entry("price", Map.of("minor", 0, "currency", "EUR")),
                        Map.entry("trial", false),
                        Map.entry("planId", planId)));
        String classId = text(created, "id");
        http.post(ROOT + "/classes/" + classId + "/schedule", trainer, Map.of());
        return classId;
    }

    /** Brings a file along with a class; what it is follows from the ending of its name. */
    public void addAsset(String trainer, String classId, String fileName, byte[] file) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        AssetType type = AssetType.ofExtension(ending)
                .orElseThrow(() ->
                        new ApiException(fileName + " is no music, picture or rep model by its ending; check --asset"));
        String query = "?kind=" + type.kind() + "&name=" + URLEncoder.encode(fileName, StandardCharsets.UTF_8);
        http.postFile(ROOT + "/classes/" + classId + "/assets" + query, trainer, type.media(), file);
    }

    /** How many bytes a device is given at a path. */
    public long bytesAt(String path) {
        return members.size(path);
    }

    public void openLobby(String trainer, String classId) {
        http.post(ROOT + "/classes/" + classId + "/lobby", trainer, Map.of());
    }

    public void book(String member, String classId) {
        http.post(ROOT + "/classes/" + classId + "/bookings", member, Map.of("place", "ONLINE"));
    }

    /** A join token and where to take it; {@code ahead} of the press it does not count as asking to be let in. */
    public Pass join(String session, String classId, boolean ahead) {
        String path = ROOT + "/classes/" + classId + "/join" + (ahead ? "?ahead=true" : "");
        JsonNode pass = members.post(path, session, Map.of());
        return new Pass(URI.create(text(pass, "url")), text(pass, "token"), System.nanoTime());
    }

    /** The server's own report, empty while it is not ready. */
    public Optional<JsonNode> report(String trainer, String classId) {
        try {
            return Optional.of(http.get(ROOT + "/classes/" + classId + "/report", trainer));
        } catch (ApiException notYet) {
            return Optional.empty();
        }
    }

    /** The metrics page, empty when the server does not show it to us. */
    public Optional<String> metrics() {
        try {
            return Optional.of(http.getText("/metrics"));
        } catch (ApiException hidden) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode answer, String field) {
        String value = answer.path(field).asText("");
        if (value.isEmpty()) {
            throw new ApiException("the answer lacks %s: %s".formatted(field, answer));
        }
        return value;
    }

    @Override
    public void close() {
        http.close();
        members.close();
    }
}
