package io.github.wininet4j.bench.client;

import java.nio.file.Path;

/**
 * What a client is to talk to.
 *
 * @param host the address
 * @param port the port
 * @param tls whether to use TLS
 * @param authority the PEM file of the authority to trust
 * @param http2 whether to use HTTP/2
 * @param lanes how many requests will be in flight
 * @param readSize with how many bytes a body is read
 */
public record Target(String host, int port, boolean tls, boolean http2, Path authority, int lanes, int readSize) {
    /**
     * Makes a URL.
     *
     * @param path its path
     * @return the URL
     */
    public String url(String path) {
        return (tls ? "https://" : "http://") + host + ":" + port + path;
    }
}
