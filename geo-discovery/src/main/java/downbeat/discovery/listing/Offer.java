package downbeat.discovery.listing;

import downbeat.kernel.Money;

/**
 * One way to have a place.
 *
 * @param name of the kind of ticket
 */
public record Offer(String name, Money price) {}
