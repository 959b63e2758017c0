package io.github.wininet4j.engine.net.tls;

/** How far it is asked whether certificates were revoked (R-PROJ-TLS-8). */
public enum Revocation {
    /** Nobody is asked. */
    UNCHECKED,
    /** The sources that certificates name are asked; where none answers, the certificate counts as good. */
    CHECKED,
    /** The sources must say that each certificate is good. */
    REQUIRED
}
