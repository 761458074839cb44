package downbeat.popups.structure.twins.pass;

import java.nio.file.Path;

/** A pass that needs a disk. */
public record PassThatReadsAFile(Path keys) {}
