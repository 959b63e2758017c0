/**
 * WinInet, the HTTP and FTP client API of Windows, for Java on every platform.
 *
 * <p>Programs see the facade, the thin layer over it, the A-suffixed functions and the conversions to structures of
 * jna-platform. The engine, the back end on a loaded library and the command line are internal and reached through the
 * facade only.
 */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.github.wininet4j {
    // Annotations, for compilers only.
    requires static transitive org.jspecify;
    // For the back end on a loaded library and on Windows; who uses the engine alone may leave them out.
    requires static com.sun.jna;
    requires static com.sun.jna.platform;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires org.apache.httpcomponents.core5.httpcore5.h2;
    requires java.naming;
    // Proxy scripts, and what they allocate.
    requires org.mozilla.rhino;
    requires java.management;
    requires jdk.management;
    // Parsers of FTP listings.
    requires org.apache.commons.net;
    // Kerberos.
    requires java.security.jgss;
    requires jdk.security.auth;
    // Events of the flight recorder, for those who want them.
    requires static jdk.jfr;
    // The server that the sample and the conformance suite start.
    requires jdk.httpserver;

    exports io.github.wininet4j;
    exports io.github.wininet4j.annotation;
    exports io.github.wininet4j.ansi;
    exports io.github.wininet4j.client;
    exports io.github.wininet4j.constant;
    exports io.github.wininet4j.function;
    exports io.github.wininet4j.host;
    exports io.github.wininet4j.nativelib;
    exports io.github.wininet4j.trace;
    exports io.github.wininet4j.type;

    // JNA calls methods of the callback interfaces that these packages declare.
    opens io.github.wininet4j.nativelib to
            com.sun.jna;
    opens io.github.wininet4j.nativelib.capi to
            com.sun.jna;
    // And fills structures of this one.
    opens io.github.wininet4j.nativelib.windows to
            com.sun.jna;

    uses io.github.wininet4j.WinInetProvider;
    uses io.github.wininet4j.cli.Command;
    uses io.github.wininet4j.host.HostPlatform;

    provides io.github.wininet4j.WinInetProvider with
            io.github.wininet4j.engine.JavaWinInetProvider,
            io.github.wininet4j.nativelib.NativeProvider;
    provides io.github.wininet4j.host.HostPlatform with
            io.github.wininet4j.nativelib.windows.WindowsPlatform;
    provides io.github.wininet4j.cli.Command with
            io.github.wininet4j.cli.AsyncHttpCommand,
            io.github.wininet4j.cli.CacheCommand,
            io.github.wininet4j.cli.FtpCommand,
            io.github.wininet4j.cli.GetCommand,
            io.github.wininet4j.cli.conformance.ConformanceCommand,
            io.github.wininet4j.cli.port.PortReportCommand;
}
