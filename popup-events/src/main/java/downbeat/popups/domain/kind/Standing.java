package downbeat.popups.domain.kind;

/** What somebody is to the house, as found out by whoever asks for them. A guest is no member yet. */
public enum Standing {
    GUEST,
    MEMBER,
    STAFF
}
