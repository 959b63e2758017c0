/**
 * URLs as WinInet reads and writes them: lenient, never resolved, never checked beyond their structure.
 * {@link io.github.wininet4j.engine.url.UrlApi} is the function family; the rest is plain text work that any thread may
 * call at any time.
 */
@NullMarked
package io.github.wininet4j.engine.url;

import org.jspecify.annotations.NullMarked;
