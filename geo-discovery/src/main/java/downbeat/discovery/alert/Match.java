package downbeat.discovery.alert;

/**
 * An alert that wants to tell of an opening.
 *
 * @param metres from the middle of its cell
 */
public record Match(Alert alert, double metres) {}
