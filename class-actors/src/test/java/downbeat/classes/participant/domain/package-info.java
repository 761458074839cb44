@NullMarked
package downbeat.classes.participant.domain;

import org.jspecify.annotations.NullMarked;
