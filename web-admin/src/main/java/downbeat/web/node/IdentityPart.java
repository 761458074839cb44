package downbeat.web.node;

import akka.Done;
import akka.actor.CoordinatedShutdown;
import downbeat.cluster.node.NodeContext;
import downbeat.cluster.node.Part;
import downbeat.cluster.node.PersonalTable;
import downbeat.cluster.node.Schema;
import downbeat.web.identity.Identity;
import downbeat.web.identity.Passwords;
import downbeat.web.identity.audit.AuditTrail;
import downbeat.web.identity.entity.Accounts;
import downbeat.web.identity.erasure.Erasures;
import downbeat.web.identity.token.Derived;
import downbeat.web.identity.token.SigningKeys;
import downbeat.web.identity.token.Tokens;
import downbeat.web.identity.view.MemberNames;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Accounts, keys and the audit trail. */
public final class IdentityPart implements Part {
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
        node.holds(
                PersonalTable.ofParticipant("member_name", "participant"),
                PersonalTable.ofAccount("audit_trail", "account").staying("client"),
                PersonalTable.ofAccount("door_invitation", "invited_by"));
        var config = node.settings().config().getConfig("downbeat.identity");
        var keys = new SigningKeys(node.database(), node.clock(), config.getDuration("rotate-keys-after"));
        var tokens = new Tokens(keys, node.clock());
        var derived = new Derived(keys);
        var passwords = new Passwords(config.getConfig("password"));
        node.system().getWhenTerminated().whenComplete((done, failure) -> passwords.close());
        node.every(KEYS_EVERY, "Signing keys could not be read anew and the known ones stay", keys::refresh);
        node.offer(Tokens.class, tokens);
        node.offer(Derived.class, derived);
        node.offer(AuditTrail.class, trail(node));
        var accounts = new Accounts(node);
        var names = new MemberNames(node.database());
        node.view(Accounts.ACCOUNT, names);
        node.offer(MemberNames.class, names);
        node.offer(Accounts.class, accounts);
        var erasures = new Erasures(node.database(), node.clock());
        node.offer(Erasures.class, erasures);
        node.offer(
                Identity.class,
                new Identity(
                        accounts,
                        passwords,
                        tokens,
                        derived,
                        erasures,
                        Blocking.executor(node.system()),
                        node.clock(),
                        config.getDuration("session-life")));
    }

    /** What is done until the last request is answered is in it. */
    private static AuditTrail trail(NodeContext node) {
        var blocking = Blocking.executor(node.system());
        var trail = new AuditTrail(node.database(), blocking);
        CoordinatedShutdown.get(node.system())
                .addTask(
                        CoordinatedShutdown.PhaseServiceStop(),
                        "write-the-trail",
                        () -> CompletableFuture.runAsync(trail::finish, blocking)
                                .thenApply(done -> Done.getInstance()));
        return trail;
    }
}
