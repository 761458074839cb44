package downbeat.web.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A phone whose browser can be killed and started again with everything it had written to its disk. */
public final class Pocket implements AutoCloseable {
    private final List<String> flags;
    private final Path profile;
    private Playwright playwright;
    private BrowserContext browser;
    private List<Cookie> cookies = List.of();

    private Pocket(List<String> flags, Path profile) {
        this.flags = flags;
        this.profile = profile;
        this.playwright = driver();
        this.browser = start();
    }

    public static Pocket open(String... more) {
        try {
            var flags = Stream.concat(Chromium.FLAGS.stream(), Stream.of(more)).toList();
            return new Pocket(flags, Files.createTempDirectory("downbeat-pocket"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Playwright driver() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    private BrowserContext start() {
        return playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(Chromium.place())
                                .setViewportSize(360, 780)
                                .setArgs(flags));
    }

    public Page page() {
        return browser.pages().getFirst();
    }

    /** Nothing is told to the browser, and nothing is waited for. Cookies are older than the others: a browser writes them every half minute. */
    public void kill() {
        cookies = browser.cookies();
        ProcessHandle.allProcesses().filter(this::isOurs).forEach(ProcessHandle::destroyForcibly);
        playwright.close();
    }

    /** The first process of this browser, by its profile; its children go with it. */
    private boolean isOurs(ProcessHandle process) {
        var line = process.info().commandLine().orElse("");
        return line.contains("--user-data-dir=" + profile) && !line.contains("--type=");
    }

    /** The same browser again, on the same disk. */
    public void startAgain() {
        playwright = driver();
        browser = start();
        browser.addCookies(cookies);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        try (var files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
