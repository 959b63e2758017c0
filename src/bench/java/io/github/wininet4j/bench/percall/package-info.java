/** Calls that need no network, measured by JMH. */
package io.github.wininet4j.bench.percall;
