/** The cookie jar: what URLs have set, what is sent back to them, and what the user's privacy settings make of it. */
@NullMarked
package io.github.wininet4j.engine.cookie;

import org.jspecify.annotations.NullMarked;
