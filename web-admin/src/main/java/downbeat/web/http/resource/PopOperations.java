package downbeat.web.http.resource;

import downbeat.web.http.LiveSocket;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Operation;
import downbeat.web.pop.KnownPops;
import downbeat.web.pop.PopAddress;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The points of presence, for devices that look for the nearest. */
public final class PopOperations {
    private final KnownPops pops;

    public PopOperations(KnownPops pops) {
        this.pops = pops;
    }

    /** Where the socket of a node of this PoP is. */
    record PopJson(String pop, String url) {
        static PopJson of(PopAddress address) {
            var socket = address.url().replaceFirst("^http", "ws") + LiveSocket.PATH;
            return new PopJson(address.pop().value(), socket);
        }
    }

    CompletionStage<List<PopJson>> all() {
        return pops.all().thenApply(all -> all.stream().map(PopJson::of).toList());
    }

    public List<Operation> operations() {
        return List.of(Operation.get(
                "listPops",
                "/api/v1/pops",
                Access.ANYONE,
                call -> all().thenApply(pops -> Answer.ok(PageJson.last(pops)))));
    }
}
