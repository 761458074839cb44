package downbeat.discovery.journey;

/** Counts of how many some came. */
final class Tally {
    private long people;
    private long of;

    void count(boolean came) {
        of++;
        if (came) {
            people++;
        }
    }

    Share share() {
        return new Share(people, of);
    }
}
