package downbeat.web.http.drop;

import downbeat.drops.domain.DropDetails;
import downbeat.drops.domain.bundle.Component;
import downbeat.drops.domain.claim.Cause;
import downbeat.drops.domain.claim.Status;
import downbeat.drops.domain.crowd.Attendee;
import downbeat.drops.entity.ClaimCard;
import downbeat.drops.entity.DropCard;
import downbeat.drops.entity.Forecast;
import downbeat.drops.entity.PointCard;
import downbeat.drops.entity.StockCard;
import downbeat.drops.view.DropBoard;
import downbeat.web.http.resource.MoneyJson;
import downbeat.web.payment.Refunds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a drop goes, for its trainer.
 *
 * @param attendees who took part in the class
 * @param eligible those of them who may claim
 * @param claims that were not released
 * @param claimers members who have one
 * @param attachRate claimers per attendee, 0 to 1; null where nobody took part or no class is named
 * @param failedRefunds what the bank would not take, and is to be paid back another way
 * @param forecast of a drop that has not opened; null without an earlier drop or a class to come
 * @param pace claims made in each tenth of the time it is open for, released ones too
 */
record FiguresJson(
        int attendees,
        int eligible,
        long claims,
        long claimers,
        @Nullable Double attachRate,
        RepeatJson repeat,
        List<PointFiguresJson> points,
        List<Integer> pace,
        int waiting,
        List<FailedRefundJson> failedRefunds,
        @Nullable ForecastJson forecast) {
    FiguresJson {
        points = List.copyOf(points);
        pace = List.copyOf(pace);
        failedRefunds = List.copyOf(failedRefunds);
    }

    /** @param reason in the provider's words */
    record FailedRefundJson(String claimId, MoneyJson amount, String reason, Instant at) {
        static FailedRefundJson of(Refunds.Failed it) {
            return new FailedRefundJson(it.claim().value(), MoneyJson.of(it.amount()), it.reason(), it.at());
        }
    }

    /** @param before members with a claim who had one of the same trainer before */
    record RepeatJson(int members, int before) {}

    /** @param stock units of the bundle that there are most of, at all points together */
    record ForecastJson(int booked, int drops, int units, int low, int high, int stock) {
        static ForecastJson of(Forecast it, DropCard card) {
            int stock = card.points().stream()
                    .mapToInt(point -> point.left().values().stream()
                            .mapToInt(Integer::intValue)
                            .max()
                            .orElse(0))
                    .sum();
            return new ForecastJson(it.booked(), it.drops(), it.units(), it.low(), it.high(), stock);
        }
    }

    record StockJson(
            String component,
            String name,
            int stock,
            int available,
            int offered,
            int held,
            int confirmed,
            int ready,
            int handedOver) {
        static StockJson of(StockCard card, DropDetails details) {
            return new StockJson(
                    card.component().value(),
                    details.components().stream()
                            .filter(component -> component.id().equals(card.component()))
                            .map(Component::name)
                            .findFirst()
                            .orElse(""),
                    card.stock(),
                    card.available(),
                    card.offered(),
                    card.held(),
                    card.confirmed(),
                    card.ready(),
                    card.handedOver());
        }
    }

    /**
     * A point and what became of what lay there.
     *
     * @param released claims by why they were
     * @param disputes handovers that should not have been
     * @param balanced whether the stock of each component is the sum of where it went
     */
    record PointFiguresJson(
            String point,
            String name,
            List<StockJson> stock,
            Map<String, Long> released,
            List<DisputeJson> disputes,
            boolean balanced) {
        PointFiguresJson {
            stock = List.copyOf(stock);
            released = new TreeMap<>(released);
            disputes = List.copyOf(disputes);
        }

        static PointFiguresJson of(DropCard card, PointCard point) {
            return new PointFiguresJson(
                    point.id().value(),
                    point.name(),
                    point.stock().stream()
                            .map(stock -> StockJson.of(stock, card.details()))
                            .toList(),
                    card.claimsAt(point.id())
                            .flatMap(claim -> claim.cause().stream())
                            .collect(Collectors.groupingBy(Cause::name, Collectors.counting())),
                    card.claimsAt(point.id())
                            .flatMap(claim -> claim.disputes().stream()
                                    .map(it -> new DisputeJson(
                                            claim.id().value(),
                                            it.handover().units(),
                                            it.handover().by(),
                                            it.handover().at(),
                                            it.against().name())))
                            .toList(),
                    point.stock().stream().allMatch(FiguresJson::adds));
        }
    }

    /** @param against how far the claim was when it became known */
    record DisputeJson(String claimId, int units, String by, Instant at, String against) {}

    private static boolean adds(StockCard card) {
        return card.stock()
                == card.available()
                        + card.offered()
                        + card.held()
                        + card.confirmed()
                        + card.ready()
                        + card.handedOver();
    }

    static FiguresJson of(
            DropCard card,
            DropBoard.Repeat repeat,
            List<Integer> pace,
            List<Refunds.Failed> failed,
            Optional<Forecast> forecast) {
        var present = card.attendees().stream()
                .filter(it -> it.percent() > 0 || it.reps() > 0)
                .toList();
        var kept = card.claims().stream()
                .filter(claim -> claim.status() != Status.RELEASED && claim.status() != Status.OFFERED)
                .toList();
        long claimers = kept.stream().map(ClaimCard::who).distinct().count();
        return new FiguresJson(
                present.size(),
                (int) present.stream().filter(it -> eligible(card, it)).count(),
                kept.size(),
                claimers,
                present.isEmpty() ? null : (double) claimers / present.size(),
                new RepeatJson(repeat.members(), repeat.before()),
                card.points().stream()
                        .map(point -> PointFiguresJson.of(card, point))
                        .toList(),
                pace,
                card.inWaiting(),
                failed.stream().map(FailedRefundJson::of).toList(),
                forecast.map(it -> ForecastJson.of(it, card)).orElse(null));
    }

    private static boolean eligible(DropCard card, Attendee attendee) {
        return card.details()
                .eligibility()
                .flatMap(rule -> rule.obstacle(Optional.of(attendee)))
                .isEmpty();
    }
}
