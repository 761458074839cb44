package downbeat.discovery.view;

import downbeat.discovery.index.Entry;
import java.util.Optional;

/**
 * A row of the table, without what is shown of it.
 *
 * @param change the number of its last change
 * @param entry empty when it is not listed any more
 */
record ListingRow(int number, long change, Optional<Entry> entry) {}
