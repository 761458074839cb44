package downbeat.classes.live;

import downbeat.kernel.ClassId;
import java.util.concurrent.CompletionStage;

/** Where a running class reads what its devices should fetch ahead. */
@FunctionalInterface
public interface ClassAssets {

    /** The list as of now: a JSON object of the wire protocol, {@code {"rev":…,"assets":[…]}}. */
    CompletionStage<String> of(ClassId classId);
}
