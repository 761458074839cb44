package downbeat.web.http.resource;

import downbeat.web.http.guard.Allowance;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Takes;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;

/** Bytes that are only sent and fetched, so that a device can tell what its link carries. Nothing of them is kept. */
public final class LinkOperations {
    private static final int MOST = Takes.LOAD.maxBytes();

    /** Random, so that nothing on the way makes less of it; the same for everybody, since nobody reads it. */
    private static final byte[] LOAD = noise();

    private static byte[] noise() {
        var bytes = new byte[MOST];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    public List<Operation> operations() {
        return List.of(
                Operation.post("measureUplink", "/api/v1/rig/uplink", Access.TRAINER, Takes.LOAD, LinkOperations::taken)
                        .allowing(Allowance.MEASURE_BY_ADDRESS),
                Operation.get("measureDownlink", "/api/v1/rig/downlink", Access.TRAINER, LinkOperations::given)
                        .knowing("bytes")
                        .allowing(Allowance.MEASURE_BY_ADDRESS));
    }

    /** All bytes have arrived by now. */
    private static CompletionStage<Answer> taken(Call call) {
        return Answer.noContent().now();
    }

    /** Sent as it is: packing it would measure the packer. */
    private static CompletionStage<Answer> given(Call call) {
        var bytes = Arrays.copyOf(LOAD, call.number("bytes", 1, MOST, MOST));
        return Answer.bytes("application/octet-stream", bytes)
                .with("Accept-Ranges", "none")
                .now();
    }
}
