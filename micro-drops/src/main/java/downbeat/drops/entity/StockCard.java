package downbeat.drops.entity;

import downbeat.drops.domain.bundle.ComponentId;

/** Where all of one component of a point are: {@code stock} is the sum of the others. */
public record StockCard(
        ComponentId component,
        int stock,
        int available,
        int offered,
        int held,
        int confirmed,
        int ready,
        int handedOver) {}
