/** What Windows has for the engine in Java: the user's proxy settings in the registry, and the user's logon by SSPI. */
@NullMarked
package io.github.wininet4j.nativelib.windows;

import org.jspecify.annotations.NullMarked;
