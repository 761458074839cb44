@NullMarked
package downbeat.classes.participant.entity;

import org.jspecify.annotations.NullMarked;
