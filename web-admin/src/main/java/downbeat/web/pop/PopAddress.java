package downbeat.web.pop;

import downbeat.kernel.PopId;

/**
 * A node of a PoP.
 *
 * @param url {@code http://host:port} or {@code https://…}, as members reach it
 */
public record PopAddress(PopId pop, String url) {}
