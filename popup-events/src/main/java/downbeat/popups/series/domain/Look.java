package downbeat.popups.series.domain;

/**
 * A template that dates of a series were given.
 *
 * @param number of the round that gave it
 */
public record Look(int number, Template template) {}
