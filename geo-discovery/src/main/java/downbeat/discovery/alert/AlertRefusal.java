package downbeat.discovery.alert;

import downbeat.kernel.Refusal;

/** Why nothing is done with an alert. */
public sealed interface AlertRefusal extends Refusal {

    record TooManyAlerts(int most) implements AlertRefusal {
        @Override
        public String detail() {
            return "You can have at most " + most + " alerts; delete one that you do not need any more.";
        }
    }

    record NoSuchAlert() implements AlertRefusal {
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
