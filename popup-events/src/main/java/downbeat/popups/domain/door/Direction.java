package downbeat.popups.domain.door;

/** Which way somebody goes through a gate. */
public enum Direction {
    ENTRY,
    EXIT
}
