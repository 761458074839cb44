package downbeat.web.rehearse.drop;

/**
 * One request to claim and how it was answered.
 *
 * @param member index of who asked
 * @param key idempotency key
 * @param status of HTTP; 0 when no answer came
 * @param claimId of an accepted claim, else empty
 * @param nanos from the intended moment to the answer
 */
public record Attempt(int member, String key, int status, String claimId, long nanos) {

    boolean accepted() {
        return status == 201;
    }
}
