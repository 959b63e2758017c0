package io.github.wininet4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.function.HttpFunctions;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.testing.CapturedLog;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.trace.FlightRecorderTrace;
import io.github.wininet4j.trace.TraceListener;
import io.github.wininet4j.trace.TracedCall;
import io.github.wininet4j.trace.TracedStatus;
import io.github.wininet4j.type.HINTERNET;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a trace goes. */
final class TraceTest {
    @TempDir
    private Path folder;

    @AfterEach
    void forget() {
        System.clearProperty(WinInets.TRACE_PROPERTY);
        System.clearProperty(WinInets.COUNTERS_PROPERTY);
    }

    private BackEnd engine() {
        return WinInets.engine(WinInetConfig.isolated().withCache(CachePlace.NONE));
    }

    @Test
    @Rule("R-PROJ-TRACE-4")
    void property_withAFile_appendsLines() throws IOException {
        Path file = folder.resolve("trace.log");
        System.setProperty(WinInets.TRACE_PROPERTY, file.toString());

        for (int i = 0; i < 2; i++) {
            try (BackEnd engine = engine()) {
                engine.InternetCloseHandle(null);
            }
        }

        assertThat(Files.readAllLines(file)).hasSize(4);
        assertThat(Files.readAllLines(file))
                .filteredOn(line -> !line.contains("] -- connections "))
                .hasSize(2)
                .allMatch(line -> line.contains("InternetCloseHandle(NULL) = FALSE, ERROR_INVALID_HANDLE (6) ["));
    }

    @Test
    @Rule({"R-PROJ-TRACE-3", "R-PROJ-TRACE-4"})
    void property_withAnArchive_isWrittenAtTheEnd() {
        Path file = folder.resolve("trace.har");
        System.setProperty(WinInets.TRACE_PROPERTY, file.toString());

        engine().close();

        assertThat(file).content().contains("\"version\": \"1.2\"", "\"entries\": []");
    }

    @ParameterizedTest
    @ValueSource(strings = {"engine", "native"})
    @Rule("R-PROJ-COUNT-2")
    void propertyOfCounters_isOneLine_alsoBehindTheLibrary(String backEnd) throws IOException {
        Assumptions.assumeTrue(WinInets.available().contains(backEnd), "libwininet is not built here");
        Path file = folder.resolve("counters.log");
        System.setProperty(WinInets.COUNTERS_PROPERTY, file.toString());

        WinInets.named(backEnd, WinInetConfig.isolated()).close();

        assertThat(Files.readAllLines(file)).hasSize(1);
    }

    @Test
    @Rule("R-PROJ-COUNT-2")
    void propertyOfCounters_withAFile_appendsALineForEachEngine() throws IOException {
        Path file = folder.resolve("counters.log");
        System.setProperty(WinInets.COUNTERS_PROPERTY, file.toString());

        engine().close();
        BackEnd closedTwice = engine();
        closedTwice.close();
        closedTwice.close();

        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .allMatch(line -> line.startsWith("counters: connections 0 opened, ") && line.endsWith(" 0 open"));
        System.setProperty(WinInets.COUNTERS_PROPERTY, folder + "/no/such/folder");
        assertThatThrownBy(this::engine)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("counters");
    }

    @Test
    @Rule("R-PROJ-TRACE-4")
    void property_withAFileThatCannotBe_isRefused() {
        System.setProperty(
                WinInets.TRACE_PROPERTY, folder.resolve("no/such/folder").toString());

        assertThatThrownBy(this::engine)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trace");
    }

    @Test
    @Rule("R-PROJ-TRACE-4")
    void withoutTheProperty_nothingIsAroundTheEngine() {
        try (BackEnd engine = engine()) {
            assertThat(isTraced(engine)).isFalse();
            System.setProperty(
                    WinInets.TRACE_PROPERTY, folder.resolve("trace.log").toString());
            try (BackEnd other = engine()) {
                assertThat(isTraced(other)).isTrue();
            }
        }
    }

    private static boolean isTraced(BackEnd backEnd) {
        return Proxy.isProxyClass(backEnd.getClass()) && Proxy.getInvocationHandler(backEnd) instanceof TracedBackEnd;
    }

    @Test
    @Rule("R-PROJ-TRACE-1")
    void aListenerThatFails_isLogged_andChangesNothing() {
        TraceListener broken = new TraceListener() {
            @Override
            public void called(TracedCall call, HttpFunctions http) {
                throw new IllegalStateException("broken");
            }

            @Override
            public void notified(TracedStatus status, HttpFunctions http) {
                throw new IllegalStateException("broken");
            }

            @Override
            public void closed() {
                throw new IllegalStateException("broken");
            }
        };
        try (CapturedLog log = CapturedLog.start()) {
            BackEnd traced = WinInets.traced(engine(), broken);
            assertThat(traced.InternetCloseHandle(null)).isFalse();
            assertThat(traced.GetLastError()).isEqualTo(6);
            traced.close();
            assertThat(log.records())
                    .hasSize(2)
                    .allMatch(entry -> entry.getMessage().equals("a trace listener failed"));
        }
    }

    @Test
    @Rule("R-PROJ-TRACE-4")
    void flightRecorder_hasTheCallsThatTheTemplateTurnsOn() throws Exception {
        Path file = folder.resolve("trace.jfr");
        Configuration template;
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(FlightRecorderTrace.class.getResourceAsStream("wininet4j.jfc")),
                StandardCharsets.UTF_8)) {
            template = Configuration.create(reader);
        }
        System.setProperty(WinInets.TRACE_PROPERTY, "jfr");
        try (Recording recording = new Recording(template);
                BackEnd engine = engine()) {
            recording.start();
            engine.InternetCloseHandle(null);
            engine.InternetOpen("me", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
            engine.close();
            recording.stop();
            recording.dump(file);
        }

        assertThat(events(file, "io.github.wininet4j.Call")).first().satisfies(event -> {
            assertThat(event.getString("function")).isEqualTo("InternetCloseHandle");
            assertThat(event.getInt("error")).isEqualTo(6);
            assertThat(event.getString("errorName")).isEqualTo("ERROR_INVALID_HANDLE");
            assertThat(event.getDuration("took")).isPositive();
        });
        List<RecordedEvent> counted = events(file, "io.github.wininet4j.Counters");
        assertThat(counted).isNotEmpty();
        assertThat(counted.get(counted.size() - 1).getLong("requests")).isZero();
        assertThat(counted).allMatch(event -> event.getLong("openHandles") <= 1);
        assertThat(printed(file))
                .contains(
                        "io.github.wininet4j.Call {", "function = \"InternetCloseHandle\"", "ERROR_INVALID_HANDLE (6)")
                .contains("io.github.wininet4j.Counters {", "connectionsOpened = 0", "bytesSent = 0 bytes");
    }

    @Test
    @Rule("R-PROJ-TRACE-4")
    void flightRecorder_ofSeveralEngines_tellsThemApart() throws IOException {
        Path file = folder.resolve("trace.jfr");
        System.setProperty(WinInets.TRACE_PROPERTY, "jfr");
        try (Recording recording = new Recording()) {
            for (String event : List.of("Call", "Status", "Counters")) {
                recording.enable("io.github.wininet4j." + event);
            }
            recording.start();
            try (BackEnd one = engine();
                    BackEnd other = engine()) {
                tellOfAHandle(one, "one");
                tellOfAHandle(other, "other");
            }
            recording.stop();
            recording.dump(file);
        }

        List<Long> engines = events(file, "io.github.wininet4j.Call").stream()
                .filter(call -> call.getString("function").equals("InternetOpen"))
                .map(call -> call.getLong("engine"))
                .toList();
        long first = engines.get(0);
        assertThat(engines).containsExactly(first, first + 1);
        for (String event : List.of("Call", "Status", "Counters")) {
            assertThat(events(file, "io.github.wininet4j." + event))
                    .extracting(told -> told.getLong("engine"))
                    .contains(first, first + 1)
                    .containsOnly(first, first + 1);
        }
    }

    private static void tellOfAHandle(BackEnd engine, String agent) {
        HINTERNET session = engine.InternetOpen(agent, InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, 0);
        engine.InternetSetStatusCallback(session, (handle, context, status, information, length) -> {});
        HINTERNET connection =
                engine.InternetConnect(session, "localhost", 80, null, null, ServiceType.INTERNET_SERVICE_HTTP, 0, 1);
        engine.InternetCloseHandle(connection);
        engine.InternetCloseHandle(session);
    }

    @Test
    @Rule("R-PROJ-TRACE-4")
    void backEndThatCannotBeOpened_leavesNoFileOpen() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        Assumptions.assumeTrue(Files.isDirectory(descriptors), "the system does not tell what is open");
        System.setProperty(WinInets.TRACE_PROPERTY, folder.resolve("trace.log").toString());
        System.setProperty(
                WinInets.COUNTERS_PROPERTY, folder.resolve("counters.log").toString());
        WinInetConfig config = WinInetConfig.isolated().withLibrary("/no/such/library");

        assertThatThrownBy(() -> WinInets.named("native", config)).isInstanceOf(IllegalArgumentException.class);
        System.setProperty(
                WinInets.TRACE_PROPERTY, folder.resolve("no/such/folder").toString());
        assertThatThrownBy(this::engine).isInstanceOf(IllegalArgumentException.class);

        assertThat(folder).isDirectoryContaining(file -> file.endsWith("trace.log"));
        assertThat(open(descriptors)).noneMatch(file -> file.startsWith(folder));
        assertThat(folder.resolve("counters.log")).isEmptyFile();
    }

    private static List<Path> open(Path descriptors) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(descriptors)) {
            for (Path descriptor : all) {
                if (Files.exists(descriptor)) {
                    files.add(Files.readSymbolicLink(descriptor));
                }
            }
        }
        return files;
    }

    private static List<RecordedEvent> events(Path file, String name) throws IOException {
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(name))
                .toList();
    }

    /** What the program of the JDK shows of a recording. */
    private static String printed(Path file) throws IOException, InterruptedException {
        Path program = Path.of(System.getProperty("java.home"), "bin", "jfr");
        Process jfr = new ProcessBuilder(program.toString(), "print", "--categories", "WinInet", file.toString())
                .redirectErrorStream(true)
                .start();
        String text = new String(jfr.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jfr.waitFor()).as(text).isZero();
        return text;
    }
}
