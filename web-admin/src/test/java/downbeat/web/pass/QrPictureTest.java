package downbeat.web.pass;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrPictureTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 94, 188})
    void what_is_written_is_read_by_a_reader_of_others(int length) throws IOException, ReaderException {
        var text = "Qr-_09az".repeat(length / 8 + 1).substring(0, length);
        var image = ImageIO.read(new ByteArrayInputStream(QrPicture.png(text)));
        int side = image.getWidth();
        assertThat(image.getHeight()).isEqualTo(side);
        var pixels = image.getRGB(0, 0, side, side, null, 0, side);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        assertThat(new QRCodeReader().decode(bitmap).getText()).isEqualTo(text);
    }
}
