/** The ways through proxies: which to take, CONNECT and SOCKS. */
@NullMarked
package io.github.wininet4j.engine.http.proxy;

import org.jspecify.annotations.NullMarked;
