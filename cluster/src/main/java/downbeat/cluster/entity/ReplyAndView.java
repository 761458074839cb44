package downbeat.cluster.entity;

import java.util.Optional;

/**
 * What was accepted and what is to be seen of it.
 *
 * @param shown empty where there is nothing to see
 */
public record ReplyAndView<R, V>(R reply, Optional<V> shown) {}
