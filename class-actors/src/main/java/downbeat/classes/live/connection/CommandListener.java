package downbeat.classes.live.connection;

import downbeat.classes.live.message.Joiner;

/** Is told of every command of a trainer that came over a socket, and what came of it: for the trail of who did what. */
@FunctionalInterface
public interface CommandListener {
    /** For sockets whose commands are nobody's business. */
    CommandListener NONE = (who, verb, fate) -> {};

    /**
     * Must return at once: it is called where frames are read.
     *
     * @param verb one that only trainers may say
     */
    void heard(Joiner who, String verb, Fate fate);

    /** What came of a command. */
    enum Fate {
        DONE,
        /** The class said no, or did not answer in time. */
        REFUSED,
        /** Whoever said it is no trainer. */
        FORBIDDEN,
        /** It was passed on; no reply was wanted, or the socket ended before it came. */
        UNANSWERED
    }
}
