/** Sessions and connections, what they share, and the functions that work on handles of any protocol. */
@NullMarked
package io.github.wininet4j.engine.session;

import org.jspecify.annotations.NullMarked;
