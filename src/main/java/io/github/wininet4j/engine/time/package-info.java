/** Times as text: the time functions, and the reading of dates that servers send. */
@NullMarked
package io.github.wininet4j.engine.time;

import org.jspecify.annotations.NullMarked;
