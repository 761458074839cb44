package downbeat.web.picture;

/**
 * A picture as it is shown.
 *
 * @param jpeg its bytes, not to be changed
 * @param width px
 * @param height px
 */
@SuppressWarnings("ArrayRecordComponent") // handed from hand to hand, never compared
public record Print(byte[] jpeg, int width, int height) {}
