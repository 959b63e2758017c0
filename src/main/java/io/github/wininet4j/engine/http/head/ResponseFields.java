package io.github.wininet4j.engine.http.head;

/** The head of a response: what the status line says, and the headers. Text is ISO-8859-1, widened (R-GEN-14). */
public interface ResponseFields extends HeaderFields {
    /** Returns the status code, such as 200. */
    int status();

    /** Returns the protocol version as text, such as {@code HTTP/1.1} (R-QUERY-22). */
    String version();

    /** Returns the reason phrase; may be empty (R-SEND-14). */
    String reason();
}
