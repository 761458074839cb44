package downbeat.web.http.resource;

import downbeat.web.asset.AssetKind;
import downbeat.web.asset.AssetType;
import downbeat.web.asset.Assets.Upload;
import downbeat.web.http.operation.Call;
import downbeat.web.http.problem.ProblemException;
import downbeat.web.http.problem.ProblemType;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What an upload says of itself in its query and its Content-Type, held against what its bytes are. */
final class AssetForm {
    /** No plan is longer than a day. */
    private static final int LATEST_MS = 24 * 60 * 60 * 1000;

    private AssetForm() {}

    static Upload read(Call call) {
        var kind = kind(call);
        var name = name(call);
        var from = from(call);
        return new Upload(kind, name, type(call, kind), from);
    }

    private static AssetKind kind(Call call) {
        var text = call.query().getOrDefault("kind", "");
        return Arrays.stream(AssetKind.values())
                .filter(kind -> kind.name().equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemType.BAD_FIELD.at(
                        "kind",
                        "must be one of "
                                + Arrays.stream(AssetKind.values())
                                        .map(AssetKind::name)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static String name(Call call) {
        var name = call.query().getOrDefault("name", "").strip();
        if (name.isEmpty() || name.length() > 200 || name.codePoints().anyMatch(AssetForm::unprintable)) {
            throw ProblemType.BAD_FIELD.at("name", "must have 1 to 200 printable characters.");
        }
        return name;
    }

    private static boolean unprintable(int c) {
        return Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static OptionalLong from(Call call) {
        return call.query().containsKey("fromMs")
                ? OptionalLong.of(call.number("fromMs", 0, LATEST_MS, 0))
                : OptionalLong.empty();
    }

    private static AssetType type(Call call, AssetKind kind) {
        var told = call.request().entity().getContentType().mediaType().toString();
        var type = AssetType.ofMedia(told)
                .filter(known -> known.kind() == kind)
                .orElseThrow(() -> unsupported("Content-Type is " + told + ", which is not taken as " + kind
                        + "; send one of " + AssetType.mediaOf(kind) + "."));
        var really = AssetType.sniff(call.body());
        if (really.filter(type::equals).isEmpty()) {
            throw unsupported("Content-Type says " + told + ", but the bytes are "
                    + really.map(AssetType::media).orElse("none of the types that are taken here")
                    + "; send the file with its true type, or another file.");
        }
        if (type == AssetType.JSON) {
            RepModel.check(call.body());
        }
        return type;
    }

    private static ProblemException unsupported(String detail) {
        return ProblemType.UNSUPPORTED_MEDIA_TYPE
                .saying(detail)
                .at("Content-Type")
                .with(
                        "Accept",
                        Arrays.stream(AssetType.values()).map(AssetType::media).collect(Collectors.joining(", ")))
                .asException();
    }
}
