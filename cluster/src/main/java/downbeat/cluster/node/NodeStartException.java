package downbeat.cluster.node;

/** A node cannot start. The message is one sentence for an operator: what is wrong and what to do. */
public final class NodeStartException extends RuntimeException {

    public NodeStartException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    public NodeStartException(String sentence) {
        super(sentence);
    }
}
