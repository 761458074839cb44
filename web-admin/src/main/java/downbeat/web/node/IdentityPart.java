package downbeat.web.node;

import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.Schema;
import downbeat.web.identity.Identity;
import downbeat.web.identity.Passwords;
import downbeat.web.identity.audit.AuditTrail;
import downbeat.web.identity.entity.Accounts;
import downbeat.web.identity.token.Derived;
import downbeat.web.identity.token.SigningKeys;
import downbeat.web.identity.token.Tokens;
import downbeat.web.identity.view.MemberNames;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accounts, keys and the audit trail. */
public final class IdentityPart implements Part {
    private static final Logger log = LoggerFactory.getLogger(IdentityPart.class);
    private static final Duration KEYS_EVERY = Duration.ofMinutes(1);

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public List<Schema> schemas() {
        return List.of(new Schema("identity", "classpath:db/identity"));
    }

    @Override
    public void start(NodeContext node) {
        var config = node.settings().config().getConfig("downbeat.identity");
        var keys = new SigningKeys(node.database(), node.clock(), config.getDuration("rotate-keys-after"));
        var tokens = new Tokens(keys, node.clock());
        var derived = new Derived(keys);
        var passwords = new Passwords(config.getConfig("password"));
        node.system().getWhenTerminated().whenComplete((done, failure) -> passwords.close());
        keepFresh(node, keys);
        node.offer(Tokens.class, tokens);
        node.offer(Derived.class, derived);
        node.offer(AuditTrail.class, new AuditTrail(node.database(), Blocking.executor(node.system())));
        var accounts = new Accounts(node);
        var names = new MemberNames(node.database());
        node.view(Accounts.ACCOUNT, names);
        node.offer(MemberNames.class, names);
        node.offer(
                Identity.class,
                new Identity(accounts, passwords, tokens, derived, node.clock(), config.getDuration("session-life")));
    }

    private static void keepFresh(NodeContext node, SigningKeys keys) {
        node.system()
                .scheduler()
                .scheduleWithFixedDelay(KEYS_EVERY, KEYS_EVERY, () -> refresh(keys), Blocking.executor(node.system()));
    }

    private static void refresh(SigningKeys keys) {
        try {
            keys.refresh();
        } catch (RuntimeException e) {
            log.warn("Signing keys could not be read anew; the known ones stay", e);
        }
    }
}
