package downbeat.popups.entity;

/** People through a gate, or through all of them: of all, {@code entries - exits} are inside. */
public record PassageCount(int entries, int exits, int refused) {
    public int inside() {
        return entries - exits;
    }

    PassageCount plus(PassageCount other) {
        return new PassageCount(entries + other.entries, exits + other.exits, refused + other.refused);
    }
}
