package downbeat.popups.entity;

import downbeat.popups.domain.kind.KindId;

/** How many of a kind of ticket there are. */
public record KindCard(KindId kind, PlaceCount count) {}
