package downbeat.classes.rig.domain;

import java.util.List;

/**
 * What the rules say of a rig.
 *
 * @param verdict that of its worst part
 * @param findings one for each {@link Item}, in their order
 */
public record Judgement(Verdict verdict, List<Finding> findings) {
    public Judgement {
        findings = List.copyOf(findings);
    }

    static Judgement of(List<Finding> findings) {
        return new Judgement(
                Verdict.worst(findings.stream().map(Finding::verdict).toList()), findings);
    }
}
