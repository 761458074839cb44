package downbeat.web.http.operation;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import downbeat.cluster.entity.IdempotencyKey;
import downbeat.kernel.AccountId;
import downbeat.kernel.Id;
import downbeat.web.door.DoorSession;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.identity.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One call of an operation, everything before the handler already checked.
 *
 * @param holes what the holes of the path template hold
 * @param query query parameters, all known to the operation
 * @param caller who calls; present unless the operation is for anyone
 * @param door as which device at which door, if any; whether the device is still trusted is asked there
 * @param body at most what the operation takes
 * @param client address of the client
 */
public record Call(
        Operation operation,
        HttpRequest request,
        Map<String, String> holes,
        Map<String, String> query,
        Optional<Caller> caller,
        Optional<DoorSession> door,
        byte[] body,
        String client) {
    private static final int LONGEST_KEY = 128;

    /** The caller of an operation that is not for anyone. */
    public Caller me() {
        return caller.orElseThrow(() -> new IllegalStateException(operation.name() + " is for anyone"));
    }

    /** Who answers for a call of {@link Access#DOOR}: who is signed in, or who invited the device. */
    public AccountId answerable() {
        return caller.map(Caller::account)
                .orElseGet(() -> door.orElseThrow(() -> new IllegalStateException(operation.name() + " is for anyone"))
                        .invitedBy());
    }

    /** The device that acts without an account. */
    private Optional<String> device() {
        return operation.access() == Access.DOOR
                ? door.map(it -> it.popUp().value() + " " + it.device().value())
                : Optional.empty();
    }

    /** An id from the path. What cannot be an id names nothing: 404. */
    public <I extends Id> I id(String hole, Function<String, I> type) {
        try {
            return type.apply(holes.getOrDefault(hole, ""));
        } catch (IllegalArgumentException noId) {
            throw notFound();
        }
    }

    /** The one answer for what is not there and for what is somebody else's. */
    public static RuntimeException notFound() {
        return ProblemType.NOT_FOUND
                .saying("There is nothing at this address, or it is not yours.")
                .asException();
    }

    public Form form() {
        return Form.parse(body);
    }

    public Optional<String> header(String name) {
        return request.getHeader(name).map(HttpHeader::value);
    }

    /** Yes or no from the query; no where it is not said. */
    public boolean flag(String name) {
        return switch (query.getOrDefault(name, "false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ProblemType.BAD_FIELD.at(name, "must be true or false.");
        };
    }

    /** A whole number from the query. */
    public int number(String name, int min, int max, int otherwise) {
        var text = query.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            var number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // answered below
        }
        throw ProblemType.BAD_FIELD.at(name, "must be a whole number from " + min + " to " + max + ".");
    }

    /** The Idempotency-Key of this caller: two callers with the same key do not meet. */
    public Optional<IdempotencyKey> key() {
        return header("Idempotency-Key").map(text -> {
            if (text.isEmpty() || text.length() > LONGEST_KEY || !text.chars().allMatch(c -> c > ' ' && c <= '~')) {
                throw ProblemType.BAD_FIELD.at(
                        "Idempotency-Key", "must be 1 to " + LONGEST_KEY + " visible ASCII characters.");
            }
            var who = caller.map(c -> c.account().value()).or(this::device).orElse("");
            return new IdempotencyKey(digest(bytes(operation.name() + " " + who + " " + text)));
        });
    }

    /** The key as this very client knows it: strangers who are not signed in do not share theirs. */
    Optional<String> requestKey() {
        var known = caller.isPresent() || device().isPresent();
        return key().map(key -> known ? key.value() : digest(bytes(key.value() + " " + client)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String digest(byte[] bytes) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
