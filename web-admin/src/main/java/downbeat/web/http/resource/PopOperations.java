package downbeat.web.http.resource;

import downbeat.web.http.LiveSocket;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Operation;
import downbeat.web.pop.PopAddress;
import downbeat.web.pop.PopDirectory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The points of presence, for devices that look for the nearest. */
public final class PopOperations {
    private final PopDirectory directory;
    private final Executor blocking;

    public PopOperations(PopDirectory directory, Executor blocking) {
        this.directory = directory;
        this.blocking = blocking;
    }

    /** Where the socket of a node of this PoP is. */
    record PopJson(String pop, String url) {
        static PopJson of(PopAddress address) {
            var socket = address.url().replaceFirst("^http", "ws") + LiveSocket.PATH;
            return new PopJson(address.pop().value(), socket);
        }
    }

    CompletionStage<List<PopJson>> all() {
        return CompletableFuture.supplyAsync(
                () -> directory.all().stream().map(PopJson::of).toList(), blocking);
    }

    public List<Operation> operations() {
        return List.of(Operation.get(
                "listPops",
                "/api/v1/pops",
                Access.ANYONE,
                call -> all().thenApply(pops -> Answer.ok(PageJson.last(pops)))));
    }
}
