package downbeat.popups.series.domain;

import java.time.LocalDate;
import java.util.Optional;

/** What has become of one date in a round; nothing to tell when it went well. */
public record Result(LocalDate date, Optional<Trouble> trouble) {}
