package downbeat.classes.rig.domain;

/** What an accepted command answers. */
public sealed interface RigReply {
    record Recorded(RecordedVerdict verdict) implements RigReply {}
}
