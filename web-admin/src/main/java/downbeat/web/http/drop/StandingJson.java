package downbeat.web.http.drop;

import downbeat.drops.domain.DropId;
import downbeat.drops.domain.Phase;
import downbeat.drops.domain.claim.Order;
import downbeat.drops.domain.claim.Status;
import downbeat.drops.domain.crowd.Attendee;
import downbeat.drops.domain.crowd.Eligibility;
import downbeat.drops.entity.ClaimCard;
import downbeat.drops.entity.DropCard;
import downbeat.kernel.ParticipantId;
import downbeat.web.identity.token.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How somebody stands with a drop.
 *
 * @param obstacle why they may not claim: NOT_THERE, TOO_LITTLE or OTHER_AUDIENCE; null when nothing speaks against it, or when it
 *     is not known before the class is over
 * @param from when they may claim, where others have a head start
 * @param spot in the waiting room
 * @param offer of units that were released
 */
record StandingJson(
        @Nullable String obstacle,
        @Nullable AttendedJson attended,
        @Nullable Instant from,
        @Nullable SpotJson spot,
        List<ClaimJson> claims,
        @Nullable WaitingJson waiting,
        @Nullable ClaimJson offer) {
    StandingJson {
        claims = List.copyOf(claims);
    }

    record AttendedJson(int percent, int reps, boolean inRoom, boolean trial) {
        static AttendedJson of(Attendee attendee) {
            return new AttendedJson(attendee.percent(), attendee.reps(), attendee.inRoom(), attendee.trial());
        }
    }

    /**
     * @param position from 1
     * @param turn when they are let in; null until the drop is open
     * @param admission to claim with; null before the turn
     */
    record SpotJson(
            int position,
            int of,
            @Nullable Instant turn,
            @Nullable AdmissionJson admission) {}

    record AdmissionJson(String token, Instant expiresAt) {
        static AdmissionJson of(Tokens.Token token) {
            return new AdmissionJson(token.text(), token.expiresAt());
        }
    }

    record OrderJson(
            String bundle,
            int units,
            String point,
            @Nullable String window) {
        static OrderJson of(Order order) {
            return new OrderJson(
                    order.bundle().value(),
                    order.units(),
                    order.point().value(),
                    order.window().map(it -> it.value()).orElse(null));
        }
    }

    /** @param position from 1 */
    record WaitingJson(int position, OrderJson order) {}

    /** What whoever's turn it is claims with. */
    @FunctionalInterface
    interface LettingIn {
        Optional<AdmissionJson> admission(Optional<Instant> turn);
    }

    static StandingJson of(DropId id, DropCard card, ParticipantId who, Ways ways, LettingIn lettingIn) {
        var attendee = card.attendee(who);
        var claims = card.claimsOf(who).toList();
        return new StandingJson(
                obstacle(card, attendee).map(Enum::name).orElse(null),
                attendee.map(AttendedJson::of).orElse(null),
                from(card, attendee).orElse(null),
                spot(card, who, lettingIn),
                claims.stream()
                        .filter(claim -> claim.status() != Status.OFFERED)
                        .map(claim -> json(id, card, claim, ways))
                        .toList(),
                waiting(card, who),
                claims.stream()
                        .filter(claim -> claim.status() == Status.OFFERED)
                        .findFirst()
                        .map(claim -> json(id, card, claim, ways))
                        .orElse(null));
    }

    static ClaimJson json(DropId id, DropCard card, ClaimCard claim, Ways ways) {
        var closed = card.point(claim.order().point()).flatMap(point -> point.closed());
        return ClaimJson.of(id, card.details(), claim, closed, ways);
    }

    private static Optional<Eligibility.Obstacle> obstacle(DropCard card, Optional<Attendee> attendee) {
        boolean known = card.phase() == Phase.OPEN || card.phase() == Phase.CLOSED;
        return known ? card.details().eligibility().flatMap(rule -> rule.obstacle(attendee)) : Optional.empty();
    }

    private static Optional<Instant> from(DropCard card, Optional<Attendee> attendee) {
        boolean first = attendee.filter(Attendee::inRoom).isPresent();
        return card.openedAt()
                .flatMap(at -> card.details().eligibility().map(rule -> first ? at : at.plus(rule.headStart())));
    }

    private static @Nullable SpotJson spot(DropCard card, ParticipantId who, LettingIn lettingIn) {
        return card.line().stream()
                .filter(spot -> spot.who().equals(who))
                .map(spot -> new SpotJson(
                        spot.position(),
                        card.inLine(),
                        spot.turn().orElse(null),
                        lettingIn
                                .admission(spot.turn().filter(at -> card.phase() == Phase.OPEN))
                                .orElse(null)))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable WaitingJson waiting(DropCard card, ParticipantId who) {
        return card.waiting().stream()
                .filter(one -> one.who().equals(who))
                .map(one -> new WaitingJson(one.position(), OrderJson.of(one.order())))
                .findFirst()
                .orElse(null);
    }
}
