/** The tables of what members did, who writes them and who reads them for figures. */
@NullMarked
package downbeat.discovery.journey.book;

import org.jspecify.annotations.NullMarked;
