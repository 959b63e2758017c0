/** Programs as users of the library write them, with a JNA mapping of wininet.dll of their own. */
package io.github.wininet4j.nativelib.user;
