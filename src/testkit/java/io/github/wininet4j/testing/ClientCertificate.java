package io.github.wininet4j.testing;

/** What a server with TLS does about certificates of its clients. */
enum ClientCertificate {
    /** It does not ask for one. */
    UNASKED,
    /** It asks and goes on without one. */
    WANTED,
    /** It asks and refuses clients without one. */
    DEMANDED
}
