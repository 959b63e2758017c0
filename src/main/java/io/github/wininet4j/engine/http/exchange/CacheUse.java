package io.github.wininet4j.engine.http.exchange;

/**
 * What the cache had to do with a response.
 *
 * @param fromCache whether the content comes from there
 * @param expires when its entry expires, as the number of a FILETIME; 0 if it does not say
 * @param modified when the server's copy changed last
 */
public record CacheUse(boolean fromCache, long expires, long modified) {}
