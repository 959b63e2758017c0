/** The command line: small programs that show the library at work. */
@NullMarked
package io.github.wininet4j.cli;

import org.jspecify.annotations.NullMarked;
