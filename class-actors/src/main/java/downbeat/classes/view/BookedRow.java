package downbeat.classes.view;

import downbeat.classes.domain.PlaceKind;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody has of a class.
 *
 * @param status BOOKED, OFFERED or WAITING
 * @param offerEndsAt of an offer
 */
public record BookedRow(ClassRow row, PlaceKind place, String status, boolean trial, Optional<Instant> offerEndsAt) {}
