package io.github.wininet4j.engine.net.pool;

/**
 * What the pool may ask of a leased connection that several exchanges share: whether it can go because none of them
 * uses it now. The pool asks with its lock held, so nothing here may wait or call the pool, but for {@link #close}.
 */
public interface SharedUse {
    /**
     * Ends the sharing if nobody uses the connection now.
     *
     * @return whether that is so: no exchange begins on it any more
     */
    boolean retireIfUnused();

    /** Closes the connection, which goes back by {@link ConnectionPool#discard}. Called with no lock held. */
    void close();
}
