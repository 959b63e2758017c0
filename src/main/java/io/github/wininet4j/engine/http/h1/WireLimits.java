package io.github.wininet4j.engine.http.h1;

/**
 * Limits on what a server may send besides bodies; more is answered with 12152.
 *
 * @param lineBytes the longest line of a head or between chunks, in bytes
 * @param headers the most lines of a head or trailer, lines that are no headers included
 * @param headBytes the longest head or trailer, in bytes
 * @param intermediateHeads the most heads with a status 1xx before the final one
 */
public record WireLimits(int lineBytes, int headers, int headBytes, int intermediateHeads) {
    /** 64 KiB a line, 1,000 lines, 1 MiB together, 100 heads with 1xx. */
    public static final WireLimits DEFAULT = new WireLimits(65_536, 1_000, 1_048_576, 100);
}
