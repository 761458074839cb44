package downbeat.web.rehearse.stage;

import java.util.List;
import java.util.Optional;

/**
 * Who plays: accounts that exist and are signed in to. Whoever is not in it is registered for the rehearsal.
 *
 * @param trainer has the role TRAINER; empty: one registers
 * @param members in the order they join; empty: all register
 */
public record Cast(Optional<Account> trainer, List<Account> members) {
    /** Everybody registers. */
    public static final Cast NEWCOMERS = new Cast(Optional.empty(), List.of());

    public Cast {
        members = List.copyOf(members);
    }

    Optional<Account> member(int n) {
        return n < members.size() ? Optional.of(members.get(n)) : Optional.empty();
    }
}
