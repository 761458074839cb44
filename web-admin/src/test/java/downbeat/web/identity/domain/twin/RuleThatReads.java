package downbeat.web.identity.domain.twin;

import java.io.File;

/** A rule that looks into files: the rule about rules must find it. */
public record RuleThatReads(File file) {}
