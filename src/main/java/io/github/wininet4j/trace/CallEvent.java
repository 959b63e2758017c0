package io.github.wininet4j.trace;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A call, as the flight recorder has it. */
@Name("io.github.wininet4j.Call")
@Label("WinInet Call")
@Category("WinInet")
@Description("A function of WinInet that has returned")
@StackTrace(false)
final class CallEvent extends Event {
    /** The number of the back end, from 1 on in the order of opening. */
    @Label("Engine")
    long engine;

    /** The function. */
    @Label("Function")
    String function = "";

    /** How long the call took; the event itself is its end. */
    @Label("Took")
    @Timespan(Timespan.NANOSECONDS)
    long took;

    /** The handle that the call was about, or 0. */
    @Label("Handle")
    long handle;

    /** The error, or 0. */
    @Label("Error")
    int error;

    /** The name of the error, or empty. */
    @Label("Error Name")
    String errorName = "";

    /** The call with its arguments, without secrets. */
    @Label("Call")
    String text = "";
}
