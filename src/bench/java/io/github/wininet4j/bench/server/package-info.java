/** The servers: nginx on loopback, and a selector loop for what nginx cannot do. */
package io.github.wininet4j.bench.server;
