package downbeat.classes.library.domain;

/** What an accepted command answers. */
public sealed interface PlanReply {
    record OnFile() implements PlanReply {}

    record ThrownAway() implements PlanReply {}
}
