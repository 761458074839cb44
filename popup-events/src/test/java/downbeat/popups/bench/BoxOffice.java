package downbeat.popups.bench;

/** Somewhere tickets are booked. Every call answers only when what it says is durable. */
interface BoxOffice extends AutoCloseable {
    String name();

    void publish(String popUp, int capacity) throws Exception;

    /** One place for this guest, held and then confirmed. False when it is refused. */
    boolean book(String popUp, String guest) throws Exception;

    /** How many tickets there are, and how many people have one. */
    Count count(String popUp) throws Exception;

    record Count(long tickets, long holders) {}

    @Override
    void close();
}
