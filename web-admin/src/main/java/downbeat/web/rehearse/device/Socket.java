package downbeat.web.rehearse.device;

/** One open WebSocket. To be used on its own event loop only. */
public interface Socket {
    /** Sends one text frame. Dropped silently when the socket is already gone, as on a real device. */
    void send(String text);

    /** Sends one binary frame. */
    void send(byte[] binary);

    /** Closes politely with a close frame. */
    void close(int code);

    /** The network is gone: the connection is reset without a word. */
    void cut();

    /** Reads nothing from here on, not even what tells that the other side has gone. */
    void deafen();

    boolean isOpen();

    /** What happens to a socket. Every method is called on the socket's event loop. */
    interface Listener {
        void opened(Socket socket);

        /**
         * A text or binary frame.
         *
         * @param payload its bytes, the listener's to keep
         */
        void frame(Socket socket, byte[] payload);

        /**
         * The socket is gone, or never came to be.
         *
         * @param code the close code sent by the other side, 1006 without one
         */
        void closed(Socket socket, int code);
    }
}
