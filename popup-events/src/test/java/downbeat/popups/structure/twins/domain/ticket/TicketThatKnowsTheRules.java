package downbeat.popups.structure.twins.domain.ticket;

import downbeat.popups.domain.PopUp;

/** A value that looks up. */
public record TicketThatKnowsTheRules(PopUp popUp) {}
