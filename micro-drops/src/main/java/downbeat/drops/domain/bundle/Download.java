package downbeat.drops.domain.bundle;

import downbeat.kernel.bound.Bounds;

/**
 * A file that comes with a bundle.
 *
 * @param name what it is called for those who get it, 1 to 120 characters
 * @param asset names the file among those of the class, 1 to 200 characters
 */
public record Download(String name, String asset) {

    public Download {
        Bounds.text("name", name, 1, 120);
        Bounds.text("asset", asset, 1, 200);
    }
}
