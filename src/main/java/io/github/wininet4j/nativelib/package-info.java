/** The back end on a loaded wininet library, through JNA: the system's wininet.dll, or the project's own libwininet. */
@NullMarked
package io.github.wininet4j.nativelib;

import org.jspecify.annotations.NullMarked;
