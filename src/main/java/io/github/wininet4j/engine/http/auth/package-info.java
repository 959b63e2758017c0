/** HTTP authentication: challenges, the schemes that answer them, and the credentials that worked. */
@NullMarked
package io.github.wininet4j.engine.http.auth;

import org.jspecify.annotations.NullMarked;
