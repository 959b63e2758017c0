/** The report of what a program that is to be ported uses of WinInet, and what it finds here. */
@NullMarked
package io.github.wininet4j.cli.port;

import org.jspecify.annotations.NullMarked;
