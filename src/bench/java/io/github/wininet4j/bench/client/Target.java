package io.github.wininet4j.bench.client;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a client is to talk to.
 *
 * @param host the address or, behind a proxy, a name that only the proxy knows
 * @param port the port
 * @param features what its requests have beside plain HTTP
 * @param proxyPort the port of the proxy on loopback, if there is one
 * @param authority the PEM file of the authority to trust
 * @param lanes how many requests will be in flight
 * @param readSize with how many bytes a body is read
 */
public record Target(
        String host, int port, Set<Feature> features, int proxyPort, Path authority, int lanes, int readSize) {
    /** Where proxies are. */
    static final String PROXY_HOST = "127.0.0.1";

    /**
     * Names a plain one on loopback.
     *
     * @param port the port
     * @param lanes how many requests will be in flight
     * @param readSize with how many bytes a body is read
     * @return the target
     */
    public static Target plain(int port, int lanes, int readSize) {
        return new Target("127.0.0.1", port, Set.of(), 0, Path.of(""), lanes, readSize);
    }

    /**
     * Makes a URL.
     *
     * @param path its path
     * @return the URL
     */
    public String url(String path) {
        return (tls() ? "https://" : "http://") + host + ":" + port + path;
    }

    /** Who logs on, or null. */
    String user() {
        return has(Feature.NTLM) ? "user" : null;
    }

    String password() {
        return has(Feature.NTLM) ? "secret" : null;
    }

    boolean tls() {
        return has(Feature.TLS);
    }

    boolean http2() {
        return has(Feature.HTTP2);
    }

    boolean gzip() {
        return has(Feature.GZIP);
    }

    boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** The same with another feature. */
    Target with(Feature feature) {
        Set<Feature> more = EnumSet.of(feature);
        more.addAll(features);
        return new Target(host, port, more, proxyPort, authority, lanes, readSize);
    }

    /** The proxy as clients of the JDK's kind want it. */
    Proxy proxy() {
        return has(Feature.PROXY)
                ? new Proxy(Proxy.Type.HTTP, new InetSocketAddress(PROXY_HOST, proxyPort))
                : Proxy.NO_PROXY;
    }

    /** What a connection is made to. */
    InetSocketAddress address() {
        return has(Feature.PROXY) ? new InetSocketAddress(PROXY_HOST, proxyPort) : new InetSocketAddress(host, port);
    }
}
