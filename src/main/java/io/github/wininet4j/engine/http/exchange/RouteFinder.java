package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.engine.http.stream.Route;
import java.io.IOException;
import java.util.List;

/** Finds the ways to a server. */
@FunctionalInterface
public interface RouteFinder {
    /**
     * Finds the ways.
     *
     * @param request the request
     * @return the ways, best first: each is tried if connecting by those before it failed; at least one
     * @throws IOException if finding them out fails
     */
    List<Route> routes(Request request) throws IOException;
}
