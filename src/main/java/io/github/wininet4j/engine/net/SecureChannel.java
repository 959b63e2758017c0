package io.github.wininet4j.engine.net;

import java.io.IOException;

/** TLS as the connection below it sees it. The package for TLS implements it. */
public interface SecureChannel {
    /** Returns what is known of the peer and the cipher. */
    TlsFindings findings();

    /** Notes that the server sent data: it does not need what it asked for before. */
    void onServerData();

    /**
     * Finds the reason of a failure that lies in TLS.
     *
     * @param failure what reading or writing failed with
     * @return the reason, or the failure itself if TLS has none
     */
    IOException explain(IOException failure);
}
