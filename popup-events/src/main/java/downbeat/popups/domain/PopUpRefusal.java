package downbeat.popups.domain;

import downbeat.kernel.Refusal;

/** Why a pop-up says no. */
public sealed interface PopUpRefusal extends Refusal permits LifeRefusal, SaleRefusal, TicketRefusal, DoorRefusal {}
