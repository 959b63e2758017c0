package io.github.wininet4j.trace;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A status, as the flight recorder has it. */
@Name("io.github.wininet4j.Status")
@Label("WinInet Status")
@Category("WinInet")
@Description("A status that a callback of the program was told")
@StackTrace(false)
final class StatusEvent extends Event {
    /** The number of the back end, from 1 on in the order of opening. */
    @Label("Engine")
    long engine;

    /** The name of the status. */
    @Label("Status")
    String status = "";

    /** The handle that it is about. */
    @Label("Handle")
    long handle;

    /** The context value of the handle. */
    @Label("Context")
    long context;

    /** The status with what it carries, without secrets. */
    @Label("Text")
    String text = "";
}
