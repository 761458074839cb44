package downbeat.web.http.drop;

import downbeat.drops.domain.DropDetails;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.bundle.Bundle;
import downbeat.drops.domain.bundle.Component;
import downbeat.drops.domain.claim.Handover;
import downbeat.drops.domain.claim.Settlement;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.entity.ClaimCard;
import downbeat.drops.entity.DropCard;
import downbeat.kernel.ParticipantId;
import downbeat.web.drop.PickupCodes;
import downbeat.web.http.drop.ClaimJson.WindowJson;
import downbeat.web.http.resource.MoneyJson;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a counter needs to decide alone: every claim that is collected there, and what became of it. What was never confirmed is not
 * in it.
 */
record CounterJson(String popUpId, String title, String zone, List<CounterClaimJson> claims) {
    CounterJson {
        claims = List.copyOf(claims);
    }

    record ContentJson(String name, int count) {}

    /**
     * A claim.
     *
     * @param due what is to be paid when it is handed over
     * @param handedOverAt when the last of it was, and by whom
     */
    record CounterClaimJson(
            String dropId,
            String dropTitle,
            String claimId,
            String code,
            String name,
            String bundle,
            String bundleName,
            List<ContentJson> contents,
            int units,
            int left,
            String status,
            @Nullable MoneyJson due,
            @Nullable WindowJson window,
            @Nullable Instant handedOverAt,
            @Nullable String by,
            @Nullable String cause) {
        CounterClaimJson {
            contents = List.copyOf(contents);
        }
    }

    static CounterJson of(
            PointId point,
            String title,
            ZoneId zone,
            Map<DropId, DropCard> drops,
            Map<ParticipantId, String> names,
            PickupCodes codes) {
        var claims = drops.entrySet().stream()
                .flatMap(drop -> drop.getValue()
                        .claimsAt(point)
                        .filter(claim -> !claim.status().timed())
                        .filter(claim -> claim.settlement() != Settlement.DUE_ONLINE)
                        .map(claim -> claim(
                                drop.getKey(),
                                drop.getValue().details(),
                                claim,
                                names.getOrDefault(claim.who(), ""),
                                codes)))
                .toList();
        return new CounterJson(point.value(), title, zone.getId(), claims);
    }

    private static CounterClaimJson claim(
            DropId id, DropDetails details, ClaimCard claim, String name, PickupCodes codes) {
        var order = claim.order();
        var bundle = details.bundle(order.bundle()).orElseThrow();
        var last = claim.handovers().stream().max(Comparator.comparing(Handover::at));
        return new CounterClaimJson(
                id.value(),
                details.title(),
                claim.id().value(),
                codes.of(id, claim.id()).shown(),
                name,
                bundle.id().value(),
                bundle.name(),
                contents(details, bundle),
                order.units(),
                claim.left(),
                claim.status().name(),
                Optional.of(claim.price())
                        .filter(price -> claim.settlement() == Settlement.DUE_AT_PICKUP)
                        .map(MoneyJson::of)
                        .orElse(null),
                details.point(order.point())
                        .flatMap(at -> order.window().flatMap(at::window).map(it -> WindowJson.of(at, it)))
                        .orElse(null),
                last.map(Handover::at).orElse(null),
                last.map(Handover::by).orElse(null),
                claim.cause().map(Enum::name).orElse(null));
    }

    private static List<ContentJson> contents(DropDetails details, Bundle bundle) {
        return details.components().stream()
                .filter(component -> bundle.contents().containsKey(component.id()))
                .map(component -> new ContentJson(component.name(), count(bundle, component)))
                .toList();
    }

    private static int count(Bundle bundle, Component component) {
        return bundle.contents().getOrDefault(component.id(), 0);
    }
}
