package downbeat.drops.entity;

import downbeat.drops.domain.claim.Status;
import java.util.Collection;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/**
 * What a drop will probably be asked for, if its class is like those before: units that were wanted for each who was there, over
 * all earlier drops together, times those who have booked. The range is that of the earlier drops one by one; it says how far they
 * were apart, not how likely anything is.
 *
 * @param booked places of the class that are taken
 * @param drops earlier ones that it stands on
 * @param units as they were wanted on the whole
 * @param low as in the drop that was wanted least
 * @param high as in the drop that was wanted most
 */
public record Forecast(int booked, int drops, int units, int low, int high) {
    /** Earlier drops that count, the latest ones. */
    public static final int MOST = 10;

    /**
     * How an earlier drop went.
     *
     * @param attendees who were in the class, 1 or more
     * @param wanted units that were kept or are still waited for: what was sold out was wanted more than it was claimed
     */
    public record Past(int attendees, int wanted) {
        public Past {
            if (attendees < 1) {
                throw new IllegalArgumentException("attendees must be 1 or more, but is " + attendees);
            }
        }

        double perHead() {
            return (double) wanted / attendees;
        }

        /** Empty where nobody took part. */
        public static Optional<Past> of(DropCard card) {
            int attendees = (int) card.attendees().stream()
                    .filter(it -> it.percent() > 0 || it.reps() > 0)
                    .count();
            int kept = card.claims().stream()
                    .filter(claim -> claim.status() != Status.RELEASED)
                    .mapToInt(claim -> claim.order().units())
                    .sum();
            int waiting =
                    card.waiting().stream().mapToInt(it -> it.order().units()).sum();
            return attendees == 0 ? Optional.empty() : Optional.of(new Past(attendees, kept + waiting));
        }
    }

    /** Empty where there is no earlier drop to stand on. */
    public static Optional<Forecast> of(Collection<Past> past, int booked) {
        if (past.isEmpty()) {
            return Optional.empty();
        }
        double attendees = past.stream().mapToInt(Past::attendees).sum();
        double wanted = past.stream().mapToInt(Past::wanted).sum();
        return Optional.of(new Forecast(
                booked,
                past.size(),
                (int) Math.round(booked * wanted / attendees),
                (int) Math.floor(booked * edge(past, Math::min)),
                (int) Math.ceil(booked * edge(past, Math::max))));
    }

    private static double edge(Collection<Past> past, DoubleBinaryOperator which) {
        return past.stream().mapToDouble(Past::perHead).reduce(which).orElseThrow();
    }
}
