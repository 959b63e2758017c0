package io.github.wininet4j.engine.http.auth;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a scheme knows of the request that it authenticates.
 *
 * @param method the verb
 * @param target the request target as it stands in the request line
 * @param host the host name to log on to, a server or a proxy
 * @param body the whole body if it is in memory, else null: it cannot be part of a digest then
 */
public record AuthRequest(
        String method, String target, String host, @Nullable ByteBuffer body) {}
