package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import downbeat.classes.rig.domain.Finding;
import downbeat.classes.rig.domain.Limit;
import downbeat.classes.rig.domain.RigRules;
import downbeat.web.http.resource.RandomDoor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What a page knows without a screen: the modules of {@code ui/core}, run where they run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoreTest {
    private static final List<String> SPECS = List.of(
            "clock",
            "log",
            "schedule",
            "session",
            "http",
            "plan",
            "sensors",
            "offline",
            "console",
            "rig",
            "join",
            "reps",
            "awake",
            "popups",
            "gate",
            "messages",
            "series",
            "alone",
            "desk",
            "drops",
            "counter",
            "near",
            "reach",
            "alert",
            "webhooks");

    private Chromium chromium;
    private Page page;

    @BeforeAll
    void open() {
        chromium = Chromium.open();
        var context = chromium.person();
        new Site().openTo(context);
        page = context.newPage();
        page.navigate(Site.URL + "/signin");
        page.evaluate("""
                () => { const ui = document.querySelector('script[src$="/app.js"]').getAttribute('src').replace('/app.js', '');
                  window.core = `${ui}/core`;
                  window.spec = async (name) => (await import(`/spec/${name}.spec.js`)).default(window.core); }""");
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @TestFactory
    Stream<DynamicContainer> the_core_keeps_its_promises() {
        return SPECS.stream().map(spec -> DynamicContainer.dynamicContainer(spec, testsOf(spec)));
    }

    private Stream<DynamicTest> testsOf(String spec) {
        @SuppressWarnings("unchecked")
        var names = (List<String>) page.evaluate("async (name) => Object.keys(await window.spec(name))", spec);
        assertThat(names).as("tests of " + spec).hasSizeGreaterThan(3);
        return names.stream().map(name -> DynamicTest.dynamicTest(name, () -> run(spec, name)));
    }

    /** Fails with the words of the assertion that failed in the browser. */
    private void run(String spec, String name) {
        var failure = page.evaluate("""
                async ([spec, name]) => { try { await (await window.spec(spec))[name](); return null; } catch (e) { return e.message; } }""", List.of(spec, name));
        assertThat(failure).as(name).isNull();
    }

    @Test
    void a_histogram_written_in_java_is_read_in_the_browser() {
        var histogram = new Histogram(1, 60_000_000, 3);
        for (var i = 1; i <= 2000; i++) {
            histogram.recordValue((long) i * i * 7);
        }
        histogram.recordValueWithCount(42, 100_000);
        var counts = page.evaluate("""
                async (data) => { const { readHistogram } = await import(`${window.core}/hdr.js`);
                  const all = await readHistogram(data); let n = 0; const at = (q) => { let seen = 0; for (const b of all) { seen += b.count; if (seen >= q * n) return b.value; } };
                  n = all.reduce((sum, b) => sum + b.count, 0);
                  return [n, at(0.5), at(0.99), at(0.999)].map(Number); }""", encoded(histogram));
        assertThat(((List<?>) counts).stream().map(n -> ((Number) n).longValue()))
                .containsExactly(
                        histogram.getTotalCount(),
                        histogram.lowestEquivalentValue(histogram.getValueAtPercentile(50)),
                        histogram.lowestEquivalentValue(histogram.getValueAtPercentile(99)),
                        histogram.lowestEquivalentValue(histogram.getValueAtPercentile(99.9)));
    }

    @Test
    void a_rig_is_judged_in_the_browser_as_it_is_on_the_server() {
        @SuppressWarnings("unchecked")
        var limits = (Map<String, List<Object>>)
                page.evaluate("async () => (await import(`${window.core}/preflight.js`)).LIMITS");
        for (var limit : Limit.values()) {
            assertThat(Objects.requireNonNull(limits.get(limit.name())).stream()
                            .map(String::valueOf)
                            .map(CoreTest::plain))
                    .as(limit.name())
                    .containsExactly(limit.side().name(), plain("" + limit.ready()), plain("" + limit.usable()));
        }
        assertThat(limits).hasSize(Limit.values().length);
        for (var seed = 1; seed <= 300; seed++) {
            var figures = RandomRig.figures(new Random(seed));
            var server = RigRules.judge(figures);
            var browser = page.evaluate("""
                    async (json) => { const { judge, ITEMS } = await import(`${window.core}/preflight.js`);
                      const { verdict, findings } = judge(JSON.parse(json));
                      return [verdict, ...ITEMS.map((item) => `${item} ${findings[item].mark} ${findings[item].missed.length}`)].join(', '); }""", RandomRig.json(figures));
            var said = Stream.concat(
                            Stream.of(server.verdict().name()),
                            server.findings().stream().map(CoreTest::summary))
                    .collect(Collectors.joining(", "));
            assertThat(browser).as(RandomRig.json(figures)).isEqualTo(said);
        }
    }

    @Test
    void a_pass_is_judged_by_a_device_alone_as_it_is_by_the_server() {
        for (var seed = 1; seed <= 40; seed++) {
            var door = RandomDoor.of(seed);
            var faults = page.evaluate("""
                    async ([book, shown]) => { const { GateAlone } = await import(`${window.core}/gate-alone.js`);
                      let now = 0; const faults = []; const store = { keepBook: async () => {}, keepScans: async () => {} };
                      const alone = new GateAlone({ popUp: 'u-here', store, now: () => now });
                      await alone.learn(JSON.parse(book), { asOf: 0, mark: [] });
                      for (const one of JSON.parse(shown)) {
                        now = one.now;
                        const { reason, ticket, kind, due, earlier, canBeOverridden } = await alone.decide(one.scan);
                        const before = earlier ? `${Date.parse(earlier.at)}/${earlier.gate}/${earlier.device}/${earlier.admitted}` : '-';
                        const says = [reason, ticket ?? '-', kind ?? '-', due?.minor ?? '-', before, canBeOverridden].join(' ');
                        if (says !== one.says) faults.push(`${JSON.stringify(one.scan)}: the server says ${one.says}, the device ${says}`);
                      }
                      return faults; }""", List.of(door.book(), door.shown()));
            assertThat((List<?>) faults).as("door %d, %s", seed, door.book()).isEmpty();
        }
    }

    /** How many reasons there are for what was measured; what was not has one on the server, and none in the browser. */
    private static String summary(Finding finding) {
        var unchecked =
                finding.reasons().stream().anyMatch(r -> r.matches(".*(was|were) not (checked|measured)\\.|No PoP.*"));
        return finding.item() + " " + finding.verdict() + " "
                + (unchecked ? 0 : finding.reasons().size());
    }

    private static String plain(String number) {
        return number.replaceFirst("\\.0$", "");
    }

    private static String encoded(Histogram histogram) {
        var buffer = java.nio.ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        var length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return java.util.Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(buffer.array(), length));
    }
}
