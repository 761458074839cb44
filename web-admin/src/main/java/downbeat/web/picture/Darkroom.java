package downbeat.web.picture;

import downbeat.kernel.Outcome;
import downbeat.web.asset.AssetType;
import downbeat.web.picture.PictureRefusal.DamagedPicture;
import downbeat.web.picture.PictureRefusal.NotAPicture;
import downbeat.web.picture.PictureRefusal.TooManyPixels;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes prints of what cameras and drawing programs write. Only pixels go from the file into the prints: no place, no time, no
 * device, no thumbnail of before. What the bytes are is told by the bytes. One picture at a time: the largest one that is
 * taken needs some 160 MB while it is worked on.
 */
public final class Darkroom {
    /** px of the longer side; more than any page shows. */
    public static final int LARGE = 1600;

    /** px of the longer side; as much as a card of a list shows on a dense screen. */
    public static final int SMALL = 480;

    /** Beyond what phones take without being told to; looked at before any of them is unpacked. */
    public static final long MOST_PIXELS = 40_000_000;

    private static final float QUALITY = 0.86f;

    private final ReentrantLock inUse = new ReentrantLock();

    /** Prints of a file; takes up to seconds. */
    public Outcome<Prints> develop(byte[] file) {
        var format = format(file);
        if (format.isEmpty()) {
            return Outcome.refused(new NotAPicture());
        }
        inUse.lock();
        try {
            return develop(format.get(), file);
        } catch (IOException | RuntimeException e) { // decoders throw anything at broken files
            return Outcome.refused(new DamagedPicture());
        } finally {
            inUse.unlock();
        }
    }

    private static Optional<String> format(byte[] file) {
        return AssetType.sniff(file).flatMap(type -> switch (type) {
            case JPEG -> Optional.of("jpeg");
            case PNG -> Optional.of("png");
            case WEBP -> Optional.of("webp");
            case MPEG, OGG, MP4, WAV, JSON -> Optional.empty();
        });
    }

    private static Outcome<Prints> develop(String format, byte[] file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                return Outcome.refused(new TooManyPixels(pixels, MOST_PIXELS));
            }
            var read = read(reader);
            var large = print(read, Orientation.of(file), LARGE);
            return Outcome.accepted(new Prints(fixed(large), fixed(print(large, Orientation.UPRIGHT, SMALL))));
        } finally {
            reader.dispose();
        }
    }

    /** Of a very large picture every second or third pixel is enough: what is left is at least twice as large as its print. */
    private static BufferedImage read(ImageReader reader) throws IOException {
        int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
        int step = Math.max(1, longer / (2 * LARGE));
        var param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    /** Halved until the last step is less than a half, so that no pixel is passed over; never made larger. */
    private static BufferedImage print(BufferedImage from, Orientation orientation, int longest) {
        var source = from;
        while (Math.max(source.getWidth(), source.getHeight()) >= 2 * longest) {
            source = drawn(source, Orientation.UPRIGHT, 0.5);
        }
        double scale = Math.min(1, (double) longest / Math.max(source.getWidth(), source.getHeight()));
        return drawn(source, orientation, scale);
    }

    /** On white, since the prints have no transparency; in sRGB, whatever the camera's colours were. */
    private static BufferedImage drawn(BufferedImage source, Orientation orientation, double scale) {
        int width = scaled(source.getWidth(), scale);
        int height = scaled(source.getHeight(), scale);
        var swaps = orientation.swapsSides();
        var target = new BufferedImage(swaps ? height : width, swaps ? width : height, BufferedImage.TYPE_INT_RGB);
        var pen = target.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, target.getWidth(), target.getHeight());
        var move = orientation.upright(width, height);
        move.concatenate(AffineTransform.getScaleInstance(
                (double) width / source.getWidth(), (double) height / source.getHeight()));
        pen.drawImage(source, move, null);
        pen.dispose();
        return target;
    }

    private static int scaled(int side, double scale) {
        return Math.max(1, (int) Math.round(side * scale));
    }

    private static Print fixed(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return new Print(out.toByteArray(), image.getWidth(), image.getHeight());
    }
}
