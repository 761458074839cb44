package downbeat.web.http.drop;

import com.fasterxml.jackson.annotation.JsonInclude;
import downbeat.drops.domain.DropDetails;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.Timing;
import downbeat.drops.domain.bundle.Bundle;
import downbeat.drops.domain.bundle.ComponentId;
import downbeat.drops.domain.crowd.Eligibility;
import downbeat.drops.domain.point.CollectionPoint;
import downbeat.drops.entity.DropCard;
import downbeat.drops.entity.PointCard;
import downbeat.drops.entity.WindowCard;
import downbeat.kernel.ClassId;
import downbeat.web.http.drop.ClaimJson.WindowJson;
import downbeat.web.http.resource.MoneyJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A drop as its readers see it; {@code mine} and {@code owner} depend on who reads.
 *
 * @param paying how what costs can be paid
 * @param waiting how many are on the waiting list
 */
record DropJson(
        String dropId,
        String phase,
        String title,
        String description,
        @Nullable String classId,
        List<ComponentJson> components,
        List<BundleJson> bundles,
        List<PointJson> points,
        int perMember,
        List<String> paying,
        @Nullable EligibilityJson eligibility,
        TimingJson timing,
        @Nullable Instant openedAt,
        @Nullable Instant closesAt,
        @Nullable Instant closedAt,
        @Nullable String cancelReason,
        int waiting,
        LineJson line,
        @Nullable StandingJson mine,
        boolean owner,
        long version) {
    DropJson {
        components = List.copyOf(components);
        bundles = List.copyOf(bundles);
        points = List.copyOf(points);
        paying = List.copyOf(paying);
    }

    record ComponentJson(String id, String name) {}

    record DownloadJson(String name, @Nullable String asset) {}

    /** @param left at all points together */
    record BundleJson(
            String id,
            String name,
            String description,
            MoneyJson price,
            Map<String, Integer> contents,
            List<DownloadJson> downloads,
            int left) {
        BundleJson {
            contents = new TreeMap<>(contents);
            downloads = List.copyOf(downloads);
        }
    }

    /**
     * @param left units of each bundle
     * @param stock of each component; to the trainer only
     * @param closed why nothing is collected there any more
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record PointJson(
            String point,
            String name,
            String zone,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String closed,

            Map<String, Integer> left,
            List<WindowJson> windows,
            @Nullable Map<String, Integer> stock) {
        PointJson {
            left = new TreeMap<>(left);
            windows = List.copyOf(windows);
        }
    }

    record EligibilityJson(int percent, int reps, String audience, long headStartSeconds) {
        static EligibilityJson of(Eligibility rule) {
            return new EligibilityJson(
                    rule.percent(),
                    rule.reps(),
                    rule.audience().name(),
                    rule.headStart().toSeconds());
        }
    }

    record TimingJson(long openMinutes, long holdMinutes, long graceMinutes, int perSecond) {
        static TimingJson of(Timing timing) {
            return new TimingJson(
                    timing.openFor().toMinutes(),
                    timing.holdFor().toMinutes(),
                    timing.grace().toMinutes(),
                    timing.perSecond());
        }
    }

    /**
     * The waiting room.
     *
     * @param commitment SHA-256 of the seed, once announced
     * @param seed once open
     */
    record LineJson(
            int size,
            int perSecond,
            @Nullable String commitment,
            @Nullable String seed) {
        static LineJson of(DropCard card) {
            return new LineJson(
                    card.inLine(),
                    card.details().timing().perSecond(),
                    card.commitment().orElse(null),
                    card.seed().orElse(null));
        }
    }

    static DropJson of(DropId id, DropCard card, boolean owner, List<String> paying, @Nullable StandingJson mine) {
        var details = card.details();
        return new DropJson(
                id.value(),
                card.phase().name(),
                details.title(),
                details.description(),
                details.linkedClass().map(ClassId::value).orElse(null),
                details.components().stream()
                        .map(it -> new ComponentJson(it.id().value(), it.name()))
                        .toList(),
                details.bundles().stream().map(it -> bundle(it, card, owner)).toList(),
                card.points().stream().map(it -> point(it, details, owner)).toList(),
                details.perMember(),
                paying,
                details.eligibility().map(EligibilityJson::of).orElse(null),
                TimingJson.of(details.timing()),
                card.openedAt().orElse(null),
                card.closesAt().orElse(null),
                card.closedAt().orElse(null),
                card.cancelReason().orElse(null),
                card.inWaiting(),
                LineJson.of(card),
                mine,
                owner,
                card.edition());
    }

    private static BundleJson bundle(Bundle bundle, DropCard card, boolean owner) {
        return new BundleJson(
                bundle.id().value(),
                bundle.name(),
                bundle.description(),
                MoneyJson.of(bundle.price()),
                named(bundle.contents()),
                bundle.downloads().stream()
                        .map(it -> new DownloadJson(it.name(), owner ? it.asset() : null))
                        .toList(),
                card.points().stream()
                        .mapToInt(point -> point.left().getOrDefault(bundle.id(), 0))
                        .sum());
    }

    private static Map<String, Integer> named(Map<ComponentId, Integer> counts) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue));
    }

    private static PointJson point(PointCard card, DropDetails details, boolean owner) {
        var point = details.point(card.id()).orElseThrow();
        return new PointJson(
                card.id().value(),
                card.name(),
                card.zone().getId(),
                card.closed().orElse(null),
                card.left().entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue)),
                card.windows().stream().map(it -> window(point, it)).toList(),
                owner ? named(point.stock()) : null);
    }

    private static WindowJson window(CollectionPoint point, WindowCard card) {
        return new WindowJson(
                card.id().value(),
                point.localText(card.start()),
                point.localText(card.end()),
                card.capacity(),
                Math.max(0, card.capacity() - card.taken()));
    }
}
