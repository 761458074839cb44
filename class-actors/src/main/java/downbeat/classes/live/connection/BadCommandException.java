package downbeat.classes.live.connection;

/** Leaves a parser in the middle of a bad command. Without a stack trace: bad frames are a device's doing and may be many. */
final class BadCommandException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient BadCommand command;

    BadCommandException(BadCommand command) {
        super(command.detail(), null, false, false);
        this.command = command;
    }

    BadCommand command() {
        return command;
    }
}
