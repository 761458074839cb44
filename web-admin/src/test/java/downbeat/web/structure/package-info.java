/** Tests of what the repository says about itself: pages, links, commands, licences. */
@NullMarked
package downbeat.web.structure;

import org.jspecify.annotations.NullMarked;
