package downbeat.web.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Chromium of this machine, without a window. It never downloads one and never lets a test pass without one. */
final class Chromium implements AutoCloseable {
    static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--no-first-run",
            "--disable-component-update",
            "--disable-sync",
            "--disable-background-timer-throttling",
            "--disable-renderer-backgrounding",
            "--autoplay-policy=no-user-gesture-required");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** @param more flags besides the usual ones */
    static Chromium open(String... more) {
        var flags = Stream.concat(FLAGS.stream(), Stream.of(more)).toList();
        var place = place();
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(place).setArgs(flags));
        return new Chromium(playwright, browser);
    }

    /** A person's own browser profile: cookies and storage apart from everybody else's. */
    BrowserContext person(int width, int height, ColorScheme scheme) {
        return patient(browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme)));
    }

    /** A profile that is closed while a page still loads: what is under way needs no answer any more. */
    private static BrowserContext patient(BrowserContext context) {
        return (BrowserContext) Proxy.newProxyInstance(
                Chromium.class.getClassLoader(), new Class<?>[] {BrowserContext.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        context.unrouteAll();
                    }
                    try {
                        return method.invoke(context, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    BrowserContext person() {
        return person(1280, 820, ColorScheme.LIGHT);
    }

    static Path place() {
        var asked = System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium");
        var place = Path.of(asked);
        if (!Files.isExecutable(place)) {
            throw new AssertionError("The browser tests need Chromium at " + place
                    + ": install the package chromium, or name another place in the environment variable CHROMIUM.");
        }
        return place;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
