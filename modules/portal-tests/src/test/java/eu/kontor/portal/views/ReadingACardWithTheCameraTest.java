package eu.kontor.portal.views;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.common.BitMatrix;
import com.microsoft.playwright.Page;
import eu.kontor.portal.preview.PreviewDesk;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In a browser that reads no codes of its own, with a camera that shows one. */
class ReadingACardWithTheCameraTest {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;

    private static final String FAKE_CAMERA = "--use-fake-device-for-media-stream";
    private static final String ALLOWED = "--use-fake-ui-for-media-stream";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = BarcodeFormat.class,
            names = {"QR_CODE", "CODE_128"})
    void a_guest_is_found_by_the_code_on_the_card(BarcodeFormat format) throws Exception {
        Path video = video(format, PreviewDesk.cardOf(2).value());
        onDevice(List.of(FAKE_CAMERA, ALLOWED, "--use-file-for-fake-video-capture=" + video), page -> {
            page.getByText("Scan with camera").click();

            assertThat(page.locator(".k-finder-field input"))
                    .hasValue(PreviewDesk.cardOf(2).value());
            assertThat(page.locator(".k-guest h2")).isVisible();
            assertThat(page.locator("kontor-scanner video")).hasCount(0);
        });
    }

    @Test
    void who_did_not_allow_it_is_told_where_to() throws Exception {
        onDevice(List.of(FAKE_CAMERA, "--deny-permission-prompts"), page -> {
            page.getByText("Scan with camera").click();

            assertThat(page.locator(".k-finder")).containsText("may not use the camera");
        });
    }

    @Test
    void a_device_without_one_is_told_apart() throws Exception {
        onDevice(List.of(ALLOWED), page -> {
            page.getByText("Scan with camera").click();

            assertThat(page.locator(".k-finder")).containsText("has no camera");
        });
    }

    @Test
    void without_a_line_for_the_decoder_one_scans_again_later() throws Exception {
        Path video = video(BarcodeFormat.QR_CODE, PreviewDesk.cardOf(2).value());
        onDevice(List.of(FAKE_CAMERA, ALLOWED, "--use-file-for-fake-video-capture=" + video), page -> {
            page.route("**/vendor/zxing/**", route -> route.abort());
            page.getByText("Scan with camera").click();
            assertThat(page.locator(".k-finder")).containsText("could not be loaded");

            page.unroute("**/vendor/zxing/**");
            page.getByText("Scan with camera").click();

            assertThat(page.locator(".k-guest h2")).isVisible();
        });
    }

    private static void onDevice(List<String> arguments, Scanning scanning) throws Exception {
        PreviewPage view = PreviewBrowser.pageOn(arguments, "cashier");
        try {
            view.open("front-desk").settle();
            scanning.on(view.page());
        } finally {
            view.page().context().browser().close();
        }
    }

    /** One picture of a code on white, as a camera sees it that stands still; the format is that of the browser's fake camera. */
    private Path video(BarcodeFormat format, String text) throws Exception {
        int width = format == BarcodeFormat.QR_CODE ? 300 : 560;
        int height = format == BarcodeFormat.QR_CODE ? 300 : 160;
        BitMatrix code = new MultiFormatWriter().encode(text, format, width, height);
        byte[] light = new byte[WIDTH * HEIGHT];
        Arrays.fill(light, (byte) 235);
        int left = (WIDTH - code.getWidth()) / 2;
        int top = (HEIGHT - code.getHeight()) / 2;
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    light[(top + y) * WIDTH + left + x] = 16;
                }
            }
        }
        byte[] noColour = new byte[WIDTH * HEIGHT / 2];
        Arrays.fill(noColour, (byte) 128);
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        frames.write(("YUV4MPEG2 W" + WIDTH + " H" + HEIGHT + " F10:1 Ip A1:1 C420jpeg\n")
                .getBytes(StandardCharsets.US_ASCII));
        frames.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
        frames.write(light);
        frames.write(noColour);
        return Files.write(folder.resolve(format + ".y4m"), frames.toByteArray());
    }

    private interface Scanning {
        void on(Page page);
    }
}
