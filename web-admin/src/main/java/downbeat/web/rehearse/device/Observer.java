package downbeat.web.rehearse.device;

/** Hears what devices live through, to measure it. Called from many event loops. */
public interface Observer {
    /** A device's member pressed join at {@code nanos}, true clock. */
    void pressed(String device, long nanos);

    /** The member of a device is in, {@code nanos} after pressing join. */
    void joined(String device, long nanos);

    /** The link of a device has broken. */
    void lost(String device);

    /** A device whose link had broken is in the class again, {@code nanos} after the link was back. */
    void back(String device, long nanos);

    /** A device came back with its position. */
    void resumed(boolean recovered);

    /** A live cue came off the wire at {@code nanos}, true clock. */
    void received(String cueId, long nanos);

    /** A cue was executed at {@code nanos}, true clock; {@code how} as acknowledged. */
    void executed(String device, Played cue, long nanos);

    /** A member answered the trainer. */
    void answered();

    void handRaised();

    /** A member was told how the class does, as it was {@code nanos} ago. */
    void toldOfTheClass(long nanos);

    /** A device was told how cues are adapted to its member. */
    void adapted(String device);

    /** A device has all bytes of something that the class brings along. */
    void fetched(String device);

    /** @param ahead the cue came before its time, so the device could be exact */
    record Played(String cueId, int rev, String kind, String how, boolean ahead) {}
}
