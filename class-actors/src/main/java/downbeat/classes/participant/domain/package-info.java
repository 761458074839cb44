/** The rules about a person who takes part: profile, consents, membership, bookings, attendance. Pure. */
@NullMarked
package downbeat.classes.participant.domain;

import org.jspecify.annotations.NullMarked;
