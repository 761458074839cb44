package downbeat.web.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.time.Duration;

/** A person with a keyboard and nothing else: wherever the focus goes, it must be seen. */
final class Keyboard {
    private static final int FAR = 120;
    private static final String FOCUSED = """
            () => { let at = document.activeElement;
              while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
              if (!at || at === document.body) return 'nothing';
              const label = [...(at.labels ?? [])].map((l) => l.textContent).join(' ');
              return (at.getAttribute('aria-label') || label || at.textContent || at.localName).trim().replace(/\\s+/g, ' '); }""";
    private static final String SEEN = """
            () => { let at = document.activeElement;
              while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
              const box = at.getBoundingClientRect(), style = getComputedStyle(at);
              return at === document.body || (box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight
                && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2); }""";

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Presses Tab until a control whose name starts like this has the focus; every stop on the way must be seen. */
    Keyboard tabTo(String name) {
        return walkTo("Tab", name);
    }

    /** The same backwards. */
    Keyboard tabBackTo(String name) {
        return walkTo("Shift+Tab", name);
    }

    private Keyboard walkTo(String key, String name) {
        for (var i = 0; i < FAR; i++) {
            if (focus().startsWith(name)) {
                return this;
            }
            press(key);
            assertThat(page.evaluate(SEEN))
                    .as("the focus on “" + focus() + "” is seen")
                    .isEqualTo(true);
        }
        throw new AssertionError(key + " never reaches " + name);
    }

    Keyboard press(String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
        return this;
    }

    Keyboard type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** The name of what has the focus, or {@code nothing}. */
    String focus() {
        return (String) page.evaluate(FOCUSED);
    }

    /** The focus comes to, or stays on, what is named like this, and is seen there. */
    void isOn(String name) {
        await().atMost(Duration.ofSeconds(5))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(focus()).startsWith(name));
        assertThat(page.evaluate(SEEN))
                .as("the focus on “" + name + "” is seen")
                .isEqualTo(true);
    }
}
