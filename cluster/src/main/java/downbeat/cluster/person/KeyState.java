package downbeat.cluster.person;

/** What has become of somebody's key. */
public sealed interface KeyState {

    /** Nothing has been written about them yet, or only in the clear, by an earlier version. */
    record Unmade() implements KeyState {}

    record Kept(PersonalKey key) implements KeyState {}

    /** For good. */
    record Destroyed() implements KeyState {}
}
