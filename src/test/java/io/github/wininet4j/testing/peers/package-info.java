/** Real servers and proxies of others that tests start: Apache, squid, dante, lighttpd. */
package io.github.wininet4j.testing.peers;
