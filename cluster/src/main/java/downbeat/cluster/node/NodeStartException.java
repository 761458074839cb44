package downbeat.cluster.node;

import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A node cannot start. The message is one sentence for an operator: what is wrong and what to do. */
public final class NodeStartException extends RuntimeException {

    public NodeStartException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    public NodeStartException(String sentence) {
        super(sentence);
    }

    /** The database cannot be used, for whatever reason. */
    public static NodeStartException database(NodeSettings.DatabaseSettings own, Throwable failure) {
        if (failure instanceof IllegalArgumentException) {
            return new NodeStartException(reason(failure) + ".", failure);
        }
        String advice = rootOf(failure).toString().contains("locked")
                ? "another process uses it, stop that one or choose another directory with --data."
                : "start it or set downbeat.database.url, user and password.";
        return new NodeStartException(
                "The database " + own.shownUrl() + " does not answer (" + reason(failure) + "): " + advice, failure);
    }

    /** Nothing can be written where everything is to be written. */
    public static NodeStartException data(Path directory, Throwable failure) {
        return new NodeStartException(
                "The data directory " + directory + " cannot be written to (" + reason(failure)
                        + "): choose another with --data or downbeat.data.",
                failure);
    }

    /** The first line of what is at the bottom of a failure, without a full stop. */
    static String reason(Throwable failure) {
        String message = said(rootOf(failure));
        String line = message.lines()
                .filter(it -> !it.isBlank())
                .findFirst()
                .orElse(message)
                .strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    /** Some of Java's exceptions say only what they are about. */
    private static String said(Throwable root) {
        if (root instanceof UnknownHostException) {
            return "unknown host " + root.getMessage();
        }
        if (root instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        String message = root.getMessage();
        return message == null || root instanceof FileSystemException
                ? root.getClass().getSimpleName()
                : message;
    }

    private static Throwable rootOf(Throwable failure) {
        return failure.getCause() == null ? failure : rootOf(failure.getCause());
    }
}
