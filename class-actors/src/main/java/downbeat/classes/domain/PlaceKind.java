package downbeat.classes.domain;

/** Where a member takes part. The two have capacities and waiting lists of their own. */
public enum PlaceKind {
    ONLINE,
    IN_ROOM
}
