package downbeat.web.http.webhook;

import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Form;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.identity.domain.Role;
import downbeat.web.webhook.Webhook.Wish;
import downbeat.web.webhook.domain.ClaimFact;
import downbeat.web.webhook.reach.Endpoint.Unusable;
import downbeat.web.webhook.reach.Way;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** What somebody says of a subscription. */
final class WebhookForm {
    private static final int LONGEST_URL = 2000;
    /** Nobody waits longer for servers of names. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Whose drops it is about. */
    private enum Drops {
        OWN,
        ALL
    }

    private WebhookForm() {}

    /** Completes when it is known where the name leads. */
    static CompletionStage<Wish> wish(Call call, Way way, Executor lookups) {
        var form = call.form().only("url", "facts", "drops", "active");
        var url = form.text("url", 1, LONGEST_URL);
        var facts = facts(form);
        var all = form.has("drops") && form.choice("drops", Drops.class) == Drops.ALL;
        var active = form.flag("active", true);
        if (all && !call.me().roles().contains(Role.ADMIN)) {
            throw ProblemType.ROLE_REQUIRED
                    .saying("drops ALL needs the role ADMIN: it tells of the claims on everybody's drops.")
                    .at("drops")
                    .asException();
        }
        return CompletableFuture.runAsync(() -> check(form, url, way), lookups)
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedStage(
                        failure instanceof TimeoutException
                                ? form.bad("url", "names a host that could not be looked up in time; try again.")
                                : failure))
                .thenApply(found -> new Wish(url, facts, all, active));
    }

    private static Set<ClaimFact> facts(Form form) {
        var all = EnumSet.noneOf(ClaimFact.class);
        var texts = form.texts("facts", ClaimFact.values().length, 40);
        if (texts.isEmpty()) {
            throw form.bad("facts", "must name at least one of " + known() + ".");
        }
        for (int i = 0; i < texts.size(); i++) {
            var field = "facts[" + i + "]";
            var fact =
                    ClaimFact.parse(texts.get(i)).orElseThrow(() -> form.bad(field, "must be one of " + known() + "."));
            if (!all.add(fact)) {
                throw form.bad(field, "is named twice.");
            }
        }
        return all;
    }

    private static String known() {
        return Arrays.stream(ClaimFact.values()).map(ClaimFact::text).collect(Collectors.joining(", "));
    }

    private static void check(Form form, String url, Way way) {
        try {
            way.to(way.read(url));
        } catch (Unusable e) {
            throw form.bad("url", e.sentence());
        }
    }
}
