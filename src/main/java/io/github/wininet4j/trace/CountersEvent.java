package io.github.wininet4j.trace;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;

/** The counters of an engine, as the flight recorder has them: sums since the engine was opened. */
@Name("io.github.wininet4j.Counters")
@Label("WinInet Counters")
@Category("WinInet")
@Description("What an engine has done since it was opened")
@Period("1 s")
@StackTrace(false)
final class CountersEvent extends Event {
    /** The number of the back end, from 1 on in the order of opening. */
    @Label("Engine")
    long engine;

    /** TCP connections that were made. */
    @Label("Connections Opened")
    long connectionsOpened;

    /** Uses of a connection that had served before. */
    @Label("Connections Reused")
    long connectionsReused;

    /** Requests that had to wait for a connection. */
    @Label("Waits for a Connection")
    long poolWaits;

    /** HTTP requests that were sent. */
    @Label("Requests")
    long requests;

    /** Requests that the cache answered. */
    @Label("Cache Hits")
    long cacheHits;

    /** Requests that the cache had nothing for. */
    @Label("Cache Misses")
    long cacheMisses;

    /** Requests that asked whether a copy is still good. */
    @Label("Cache Validations")
    long cacheValidations;

    /** Bytes that were sent. */
    @Label("Bytes Sent")
    @DataAmount
    long bytesSent;

    /** Bytes that were received. */
    @Label("Bytes Received")
    @DataAmount
    long bytesReceived;

    /** Handles that are open now. */
    @Label("Open Handles")
    long openHandles;
}
