package downbeat.web.rehearse.drop;

import downbeat.web.rehearse.report.Percentiles;

/**
 * What a rush came to.
 *
 * @param requests to claim, retries too
 * @param accepted claims, each counted once
 * @param refused requests: sold out, beyond the limit
 * @param unanswered requests that got no answer, by intent or not, or none but to come again
 * @param claimsPerSecond from the first request to the answer of the last accepted one
 * @param ms from the intended moment of a request to its answer; of answered requests
 */
public record RushReport(
        int stock,
        int clients,
        int requests,
        int accepted,
        int refused,
        int unanswered,
        int oversold,
        int duplicated,
        int lost,
        boolean balanced,
        double claimsPerSecond,
        Percentiles ms) {

    public boolean holds() {
        return oversold == 0 && duplicated == 0 && lost == 0 && balanced;
    }

    String text() {
        return """
                requests       %d from %d clients, stock %d
                accepted       %d, %.0f claims/s
                refused        %d
                unanswered     %d
                oversold       %d
                duplicated     %d
                lost           %d
                stock          %s
                answered in    p50 %.1f ms, p99 %.1f ms
                %s""".formatted(
                        requests,
                        clients,
                        stock,
                        accepted,
                        claimsPerSecond,
                        refused,
                        unanswered,
                        oversold,
                        duplicated,
                        lost,
                        balanced ? "adds up" : "DOES NOT ADD UP",
                        ms.p50(),
                        ms.p99(),
                        holds() ? "It holds." : "IT DOES NOT HOLD.");
    }
}
