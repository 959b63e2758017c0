/**
 * FTP: the control connection of an {@link io.github.wininet4j.engine.ftp.FtpConnectNode}, the data connections of its
 * files and listings, and what listings of servers look like. Only the parsers of listings are a library's.
 */
@NullMarked
package io.github.wininet4j.engine.ftp;

import org.jspecify.annotations.NullMarked;
