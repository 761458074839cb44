package downbeat.web.picture;

/**
 * What becomes of one photograph.
 *
 * @param large its longer side has at most {@link Darkroom#LARGE} px
 * @param small its longer side has at most {@link Darkroom#SMALL} px
 */
public record Prints(Print large, Print small) {}
