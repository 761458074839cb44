package downbeat.popups.pass;

import downbeat.kernel.bound.Bounds;

/** Names one key of the house; a pass carries the number of the key it is signed with. One byte: 0 to 255. */
public record KeyNumber(int value) {
    public KeyNumber {
        Bounds.number("key number", value, 0, 255);
    }
}
