package downbeat.classes.rig.figures;

/**
 * What the camera gives.
 *
 * @param width pixels
 * @param height pixels
 * @param fps frames a second that came, not those that were promised
 * @param brightness mean luma of the picture, 0 black to 1 white
 */
public record Camera(int width, int height, double fps, double brightness) {
    public static final Range PIXELS = new Range(1, 16_384);
    public static final Range FPS = new Range(0, 1_000);
    public static final Range BRIGHTNESS = new Range(0, 1);

    public Camera {
        PIXELS.check("width", width);
        PIXELS.check("height", height);
        FPS.check("fps", fps);
        BRIGHTNESS.check("brightness", brightness);
    }
}
