package downbeat.web.rehearse.check;

import java.util.OptionalLong;

/**
 * What a device is told when it connects.
 *
 * @param offset the newest cue of the class at that moment
 * @param recovered every cue missed follows
 * @param replayed how many follow
 * @param rewind the device must forget what it holds above this offset
 */
public record Attachment(String epoch, long gen, long offset, boolean recovered, long replayed, OptionalLong rewind) {}
