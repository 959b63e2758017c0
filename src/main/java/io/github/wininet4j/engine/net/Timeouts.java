package io.github.wininet4j.engine.net;

/**
 * The limits of one operation in milliseconds. Infinite is {@code 0xFFFFFFFF}; other values above {@code 0x7FFFFFFF}
 * and 0 count as infinite too, as no socket can tell them apart (R-OPTN-2, R-OPTN-5, R-OPTN-6).
 *
 * @param connectMillis for connecting, over all addresses together
 * @param sendMillis for each blocked write
 * @param receiveMillis for each blocked read
 * @param connectRetries how many addresses to try at most; below 1 counts as 1 (R-OPTN-3)
 */
public record Timeouts(int connectMillis, int sendMillis, int receiveMillis, int connectRetries) {
    /** The value for "no limit". */
    public static final int INFINITE = -1;

    /** Nothing is limited; five addresses are tried. */
    public static final Timeouts NONE = new Timeouts(INFINITE, INFINITE, INFINITE, 5);

    /**
     * Turns a value into what sockets want.
     *
     * @param millis a timeout of this record
     * @return the same, or 0 for infinite
     */
    public static int forSocket(int millis) {
        return Math.max(millis, 0);
    }

    /** The shorter limit of connecting and receiving, in socket form: what a handshake step may take. */
    public int handshakeStep() {
        int connect = forSocket(connectMillis);
        int receive = forSocket(receiveMillis);
        return connect == 0 || receive == 0 ? Math.max(connect, receive) : Math.min(connect, receive);
    }
}
