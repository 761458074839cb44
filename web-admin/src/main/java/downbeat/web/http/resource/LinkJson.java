package downbeat.web.http.resource;

import downbeat.classes.live.quality.Rung;
import downbeat.classes.live.report.LinkFigures;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How members' devices got in and how their links were. */
record LinkJson(PercentilesJson joinMs, PercentilesJson rttMs, PercentilesJson jitterMs, RungsJson rungs) {

    /**
     * @param fellShare of the members, who were ever below FULL
     * @param seconds that devices were on each rung
     */
    record RungsJson(long members, long fell, @Nullable Double fellShare, Map<String, Double> seconds) {
        static RungsJson of(LinkFigures.Rungs rungs) {
            var seconds = new LinkedHashMap<String, Double>();
            var millis = rungs.millis().iterator();
            for (var rung : Rung.values()) {
                seconds.put(rung.name(), millis.hasNext() ? millis.next() / 1e3 : 0);
            }
            return new RungsJson(rungs.members(), rungs.fell(), Shares.of(rungs.fell(), rungs.members()), seconds);
        }
    }

    static @Nullable LinkJson of(@Nullable LinkFigures links) {
        return links == null
                ? null
                : new LinkJson(
                        PercentilesJson.of(links.join()),
                        PercentilesJson.of(links.rtt()),
                        PercentilesJson.of(links.jitter()),
                        RungsJson.of(links.rungs()));
    }
}
