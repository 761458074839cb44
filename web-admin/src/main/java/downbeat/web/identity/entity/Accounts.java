package downbeat.web.identity.entity;

import akka.Done;
import downbeat.cluster.entity.Aggregate;
import downbeat.cluster.entity.AggregateClient;
import downbeat.cluster.entity.IdempotencyKey;
import downbeat.cluster.entity.Seen;
import downbeat.cluster.node.NodeContext;
import downbeat.kernel.AccountId;
import downbeat.kernel.Outcome;
import downbeat.web.identity.domain.Account;
import downbeat.web.identity.domain.AccountCommand;
import downbeat.web.identity.domain.AccountDecider;
import downbeat.web.identity.domain.AccountEvent;
import downbeat.web.identity.domain.AccountRefusal;
import downbeat.web.identity.domain.AccountReply;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** All accounts. */
public final class Accounts {
    /** The account, for whoever follows its facts. */
    public static final Aggregate<AccountCommand, AccountEvent, Account, AccountReply, AccountCard> ACCOUNT =
            new Aggregate<AccountCommand, AccountEvent, Account, AccountReply, AccountCard>(
                            "account",
                            AccountCommand.class,
                            AccountEvent.class,
                            Account.class,
                            AccountReply.class,
                            AccountCard.class,
                            AccountRefusal.class,
                            new AccountDecider(),
                            Accounts::card)
                    .ofPeople();

    private final AggregateClient<AccountId, AccountCommand, AccountReply, AccountCard> client;

    public Accounts(NodeContext node) {
        this.client = node.aggregate(ACCOUNT);
    }

    public CompletionStage<Outcome<AccountReply>> ask(AccountId id, AccountCommand command) {
        return client.ask(id, command);
    }

    public CompletionStage<Outcome<AccountReply>> ask(AccountId id, AccountCommand command, IdempotencyKey key) {
        return client.ask(id, command, key);
    }

    public CompletionStage<Outcome<AccountReply>> ask(AccountId id, AccountCommand command, Seen seen) {
        return client.ask(id, command, seen);
    }

    /** Makes an end of everything that is stored of an account. */
    public CompletionStage<Done> erase(AccountId id) {
        return client.erase(id);
    }

    public CompletionStage<Optional<AccountCard>> show(AccountId id) {
        return client.show(id);
    }

    private static Optional<AccountCard> card(Account state) {
        return switch (state) {
            case Account.Unclaimed nobody -> Optional.empty();
            case Account.Registered a ->
                Optional.of(new AccountCard(
                        a.email().value(),
                        a.name(),
                        a.roles(),
                        a.participant(),
                        a.passwordHash(),
                        a.sessions().stream().collect(Collectors.toMap(Account.Session::id, Account.Session::until))));
        };
    }
}
