/** What programs ask and change of heads by WinInet's rules: HttpQueryInfo and HttpAddRequestHeaders. */
@NullMarked
package io.github.wininet4j.engine.http.query;

import org.jspecify.annotations.NullMarked;
