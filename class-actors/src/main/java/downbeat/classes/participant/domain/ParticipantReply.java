package downbeat.classes.participant.domain;

/** What an accepted command answers. */
public sealed interface ParticipantReply {
    /** It is so now, whether or not it was before. */
    record Noted() implements ParticipantReply {}
}
