package downbeat.web.webhook;

import downbeat.kernel.Refusal;

/** Why nothing is done with a subscription. */
public sealed interface WebhookRefusal extends Refusal {

    record TooManyWebhooks(int most) implements WebhookRefusal {
        @Override
        public String detail() {
            return "An account has at most " + most + " webhooks; delete one that is not needed any more.";
        }
    }

    record WebhookIsOff() implements WebhookRefusal {
        @Override
        public String detail() {
            return "This webhook is off and would be told nothing; switch it on first.";
        }
    }

    record NoSuchWebhook() implements WebhookRefusal {
        @Override
        public String detail() {
            return "There is nothing at this address, or it is not yours.";
        }

        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String code() {
            return "not-found";
        }
    }
}
