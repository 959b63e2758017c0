package io.github.wininet4j.engine.http.exchange;

/** One layer of the nest. */
@FunctionalInterface
public interface Layer {
    /**
     * Opens the layer's exchange over what lies below.
     *
     * @param request the request
     * @param below opens what lies below, as often as needed
     * @return the exchange; that of below if the layer has nothing to do
     */
    HttpExchange open(Request request, Opener below);
}
