package io.github.wininet4j.engine.fault;

/** An exception that knows its error code; implemented by the exact {@code IOException} kinds of the wire. */
public interface HasErrorCode {
    /** Returns an {@code ERROR_INTERNET_*} or {@code ERROR_HTTP_*} code. */
    int errorCode();
}
