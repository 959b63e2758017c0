package io.github.wininet4j.engine.http.h1;

/**
 * How much a server may send before it has to be a mistake.
 *
 * @param lineBytes the longest line of a head
 * @param headers the most header lines
 * @param headBytes the longest head
 */
public record WireLimits(int lineBytes, int headers, int headBytes) {
    /** 64 KiB a line, 1,000 lines, 1 MiB together. */
    public static final WireLimits DEFAULT = new WireLimits(65_536, 1_000, 1_048_576);
}
