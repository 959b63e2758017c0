/** Sessions and connections, their options, and the functions that open and close them. */
@NullMarked
package io.github.wininet4j.engine.session;

import org.jspecify.annotations.NullMarked;
