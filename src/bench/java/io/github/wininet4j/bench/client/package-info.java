/** The contestants: each client library behind the same small interfaces. */
package io.github.wininet4j.bench.client;
