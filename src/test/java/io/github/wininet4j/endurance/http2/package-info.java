/** Much at once over HTTP/2: many requests on one connection, and many bytes. */
@NullMarked
package io.github.wininet4j.endurance.http2;

import org.jspecify.annotations.NullMarked;
