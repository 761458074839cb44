package downbeat.classes.domain;

/** The outcome of somebody who held a place; not joined means no-show. */
public record Attendance(Booking booking, MemberOutcome outcome) {}
