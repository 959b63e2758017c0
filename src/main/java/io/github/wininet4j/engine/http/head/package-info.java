/** HTTP message heads without sockets: lists of headers, their text form, and what a response head says. */
@NullMarked
package io.github.wininet4j.engine.http.head;

import org.jspecify.annotations.NullMarked;
