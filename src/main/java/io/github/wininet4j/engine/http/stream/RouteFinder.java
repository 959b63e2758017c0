package io.github.wininet4j.engine.http.stream;

import io.github.wininet4j.engine.url.HttpUrl;
import java.io.IOException;
import java.util.List;

/** Finds the ways to a server. */
@FunctionalInterface
public interface RouteFinder {
    /**
     * Finds the ways.
     *
     * @param url the URL of the request
     * @return the ways, best first: each is tried if connecting by those before it failed; at least one
     * @throws IOException if finding them out fails
     */
    List<Route> routes(HttpUrl url) throws IOException;
}
