package io.github.wininet4j.engine.proxy.pac;

/**
 * What a run has used, from its start to the end of its thread.
 *
 * @param processorNanos how long it computed; where processor time is not known, how long it took
 * @param waitedNanos how long it waited for names
 * @param allocatedBytes how much memory it allocated altogether, which is more than it ever held; 0 if not known
 */
record PacUsage(long processorNanos, long waitedNanos, long allocatedBytes) {}
