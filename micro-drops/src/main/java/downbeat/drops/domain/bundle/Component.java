package downbeat.drops.domain.bundle;

import downbeat.kernel.bound.Bounds;

/**
 * One kind of thing that lies at a collection point.
 *
 * @param name 1 to 80 characters
 */
public record Component(ComponentId id, String name) {

    public Component {
        Bounds.text("name", name, 1, 80);
    }
}
