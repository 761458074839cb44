package downbeat.web.rehearse.stage;

/** The server's answer was not what a rehearsal needs to go on. The message is one sentence for the person at the terminal. */
public final class ApiException extends RuntimeException {
    public ApiException(String message) {
        super(message);
    }

    ApiException(String message, Throwable cause) {
        super(message, cause);
    }
}
