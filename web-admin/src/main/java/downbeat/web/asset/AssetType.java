package downbeat.web.asset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Media types that are taken. What bytes are is told by how they begin, never by what a header says of them. */
public enum AssetType {
    MPEG("audio/mpeg", "mp3", AssetKind.MUSIC),
    OGG("audio/ogg", "ogg", AssetKind.MUSIC),
    MP4("audio/mp4", "m4a", AssetKind.MUSIC),
    WAV("audio/wav", "wav", AssetKind.MUSIC),
    PNG("image/png", "png", AssetKind.OVERLAY),
    JPEG("image/jpeg", "jpg", AssetKind.OVERLAY),
    WEBP("image/webp", "webp", AssetKind.OVERLAY),
    JSON("application/json", "json", AssetKind.REPS);

    private static final int FRAME_SYNC = 0xE0;
    private static final int LAYER = 0x06;

    private final String media;
    private final String extension;
    private final AssetKind kind;

    AssetType(String media, String extension, AssetKind kind) {
        this.media = media;
        this.extension = extension;
        this.kind = kind;
    }

    /** The media type, without parameters. */
    public String media() {
        return media;
    }

    /** Ends the address of an asset of this type. */
    public String extension() {
        return extension;
    }

    public AssetKind kind() {
        return kind;
    }

    public static Optional<AssetType> ofMedia(String media) {
        return Arrays.stream(values())
                .filter(type -> type.media.equals(media.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    public static Optional<AssetType> ofExtension(String extension) {
        return Arrays.stream(values())
                .filter(type -> type.extension.equals(extension))
                .findFirst();
    }

    /** Media types of one kind, for a sentence. */
    public static String mediaOf(AssetKind kind) {
        return Arrays.stream(values())
                .filter(type -> type.kind == kind)
                .map(AssetType::media)
                .collect(Collectors.joining(", "));
    }

    /** What the bytes are, by their first ones; empty when they are none of these types. */
    public static Optional<AssetType> sniff(byte[] bytes) {
        return Arrays.stream(values()).filter(type -> type.begins(bytes)).findFirst();
    }

    private boolean begins(byte[] bytes) {
        return switch (this) {
            case MPEG -> has(bytes, 0, "ID3") || mpegFrame(bytes);
            case OGG -> has(bytes, 0, "OggS");
            case MP4 -> has(bytes, 4, "ftyp") && !has(bytes, 8, "avif") && !has(bytes, 8, "heic");
            case WAV -> has(bytes, 0, "RIFF") && has(bytes, 8, "WAVE");
            case PNG -> has(bytes, 0, "\u0089PNG\r\n\u001a\n");
            case JPEG -> has(bytes, 0, "\u00ff\u00d8\u00ff");
            case WEBP -> has(bytes, 0, "RIFF") && has(bytes, 8, "WEBP");
            case JSON -> object(bytes);
        };
    }

    /** A bare MPEG frame: eleven bits of sync, a version that is not reserved, layer 3. */
    private static boolean mpegFrame(byte[] bytes) {
        return bytes.length > 3
                && (bytes[0] & 0xFF) == 0xFF
                && (bytes[1] & FRAME_SYNC) == FRAME_SYNC
                && (bytes[1] & 0x18) != 0x08
                && (bytes[1] & LAYER) == 0x02;
    }

    /** The first character that is not white space opens an object; whether it is JSON at all is looked at by who takes it. */
    private static boolean object(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b == '{';
            }
        }
        return false;
    }

    private static boolean has(byte[] bytes, int at, String text) {
        var expected = text.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= at + expected.length
                && Arrays.equals(bytes, at, at + expected.length, expected, 0, expected.length);
    }
}
