package downbeat.discovery.gazetteer;

import downbeat.kernel.GeoPoint;

/**
 * A place that people know by name.
 *
 * @param id stable between versions of the gazetteer
 * @param weight how busy it is; of two with the same name the busier one is meant more often
 */
public record NamedPlace(String id, String name, GeoPoint point, double weight) {}
