/** Events of calendars that others made, iCalendar files and pages with JSON-LD, as rows of an import. */
@NullMarked
package downbeat.web.http.imported;

import org.jspecify.annotations.NullMarked;
