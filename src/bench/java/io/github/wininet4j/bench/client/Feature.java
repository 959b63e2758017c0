package io.github.wininet4j.bench.client;

/** What the requests of a workload have beside plain HTTP/1.1 on a direct way. */
public enum Feature {
    /** TLS. */
    TLS,
    /** HTTP/2. */
    HTTP2,
    /** The client asks for a gzip-coded body and decodes it. */
    GZIP,
    /** The server asks for NTLM. */
    NTLM,
    /** It is FTP. */
    FTP,
    /** A proxy lies in between. */
    PROXY,
    /** A proxy script says for each request that there is no proxy; for the engine only. */
    SCRIPT,
    /** The answer may come from the URL cache; for the engine only. */
    CACHE
}
