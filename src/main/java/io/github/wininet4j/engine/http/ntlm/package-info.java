/** NTLM messages and their cryptography ([MS-NLMP]). Knows nothing of HTTP or WinInet. */
@NullMarked
package io.github.wininet4j.engine.http.ntlm;

import org.jspecify.annotations.NullMarked;
