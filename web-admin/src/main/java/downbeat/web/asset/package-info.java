/** What a class brings besides its plan (music, pictures, rep models) and the pictures of pop-ups; kept in the database, so that every node serves them. */
@NullMarked
package downbeat.web.asset;

import org.jspecify.annotations.NullMarked;
