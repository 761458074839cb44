/** The pages in a real Chromium. */
@NullMarked
package downbeat.web.browser;

import org.jspecify.annotations.NullMarked;
