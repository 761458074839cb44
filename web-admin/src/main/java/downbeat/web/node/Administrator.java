package downbeat.web.node;

import downbeat.cluster.node.NodeContext;
import downbeat.web.identity.Identity;
import downbeat.web.identity.domain.EmailAddress;
import downbeat.web.identity.domain.Role;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The administrator that the configuration names. */
final class Administrator {
    private Administrator() {}

    /** Makes the account unless there is one of that address, whose password then stays as it is. */
    static CompletionStage<?> ensure(NodeContext node) {
        var config = node.settings().config().getConfig("downbeat.identity.admin");
        var email = config.getString("email");
        if (email.isBlank()) {
            return CompletableFuture.completedFuture(null);
        }
        return node.find(Identity.class)
                .register(
                        new EmailAddress(email),
                        config.getString("password"),
                        "Administrator",
                        Set.of(Role.ADMIN),
                        Optional.empty());
    }
}
