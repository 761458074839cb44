package downbeat.web.http.operation;

import downbeat.web.http.guard.Allowance;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/**
 * One route, declared.
 *
 * @param name operationId of the API document, in camelCase
 * @param method GET, POST, PUT, PATCH or DELETE
 * @param path where it is
 * @param access who may call it
 * @param query names of the query parameters it knows; any other is answered with 400
 * @param takes what it takes as body
 * @param allowance how often one client address may call it
 * @param handler what it does
 * @param action what a call is in the audit trail; the operation's name unless it says more
 * @param keys who keeps idempotency keys
 */
public record Operation(
        String name,
        String method,
        PathTemplate path,
        Access access,
        Set<String> query,
        Takes takes,
        Allowance allowance,
        Handler handler,
        Function<Call, String> action,
        Keys keys) {

    /** Who keeps a key from being used for another request. */
    public enum Keys {
        /** The book of requests, which takes two writes more. */
        IN_THE_BOOK,
        /** The aggregate alone, where a rush is: a key is good for one request to each of its entities. */
        WITH_THE_AGGREGATE
    }

    public static Operation get(String name, String path, Access access, Handler handler) {
        return of(name, "GET", path, access, Takes.NOTHING, handler);
    }

    public static Operation post(String name, String path, Access access, Takes takes, Handler handler) {
        return of(name, "POST", path, access, takes, handler);
    }

    public static Operation put(String name, String path, Access access, Handler handler) {
        return of(name, "PUT", path, access, Takes.JSON, handler);
    }

    public static Operation patch(String name, String path, Access access, Handler handler) {
        return of(name, "PATCH", path, access, Takes.JSON, handler);
    }

    public static Operation delete(String name, String path, Access access, Handler handler) {
        return of(name, "DELETE", path, access, Takes.NOTHING, handler);
    }

    private static Operation of(String name, String method, String path, Access access, Takes takes, Handler handler) {
        var template = PathTemplate.of(path);
        return new Operation(
                name,
                method,
                template,
                access,
                Set.of(),
                takes,
                Allowance.UNLIMITED,
                handler,
                call -> name,
                Keys.IN_THE_BOOK);
    }

    public Operation knowing(String... queryNames) {
        var names = new LinkedHashSet<>(Arrays.asList(queryNames));
        return new Operation(name, method, path, access, names, takes, allowance, handler, action, keys);
    }

    public Operation allowing(Allowance limit) {
        return new Operation(name, method, path, access, query, takes, limit, handler, action, keys);
    }

    public Operation keepingKeys(Keys where) {
        return new Operation(name, method, path, access, query, takes, allowance, handler, action, where);
    }

    /** Tells calls apart in the audit trail. */
    public Operation telling(Function<Call, String> what) {
        return new Operation(name, method, path, access, query, takes, allowance, handler, what, keys);
    }

    /** Whether it can change anything: such requests must not come from other sites and are written to the audit trail. */
    public boolean mutates() {
        return !method.equals("GET");
    }
}
