package downbeat.web.identity.domain;

import downbeat.kernel.Refusal;
import java.util.Optional;

/** Why an account says no. */
public sealed interface AccountRefusal extends Refusal {

    record EmailTaken() implements AccountRefusal {
        @Override
        public String detail() {
            return "This e-mail address already has an account: sign in instead.";
        }

        @Override
        public Optional<String> field() {
            return Optional.of("email");
        }
    }

    record NoSuchAccount() implements AccountRefusal {
        @Override
        public String detail() {
            return "There is no such account.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }
    }
}
