package downbeat.drops.bench;

/** Somewhere units of one hot drop are claimed. A claim that is told of is durable. */
interface Shop extends AutoCloseable {
    String name();

    /** One for each client; a client asks one thing after the other. */
    interface Client extends AutoCloseable {
        /** One unit for this member. */
        Answer claim(String round, String member) throws Exception;

        @Override
        void close() throws Exception;
    }

    enum Answer {
        CLAIMED,
        SOLD_OUT,
        /** There may be some; ask again. */
        BUSY
    }

    Client client() throws Exception;

    void open(String round, int stock) throws Exception;

    /** How many members have a unit now. */
    long claims(String round) throws Exception;

    @Override
    void close() throws Exception;
}
