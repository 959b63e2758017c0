package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.BackEnds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The native back end on a JVM that checks what native code does with it ({@code -Xcheck:jni}). */
final class CheckedJniTest {
    private static final String CONTRACT = "io.github.wininet4j.contract.";

    /** What crosses the border in every form: texts, structures, callbacks, buffers that outlive a call, options. */
    private static final List<String> SAMPLE = List.of(
            CONTRACT + "HandleContractTest",
            CONTRACT + "CallbackContractTest",
            CONTRACT + "AnsiHttpContractTest",
            CONTRACT + "AnsiSessionContractTest",
            CONTRACT + "OptionValueContractTest",
            CONTRACT + "UrlCrackContractTest",
            CONTRACT + "UploadContractTest",
            CONTRACT + "TimeContractTest",
            CONTRACT + "AnsiCacheContractTest",
            CONTRACT + "CacheEntryContractTest",
            CONTRACT + "AnsiCookieContractTest",
            CONTRACT + "CookieStructureContractTest",
            CONTRACT + "AnsiFtpContractTest",
            CONTRACT + "FtpFileContractTest",
            CONTRACT + "FtpFolderContractTest",
            CONTRACT + "WebSocketContractTest");

    @Test
    void contractTests_onAJvmThatChecksNativeCalls_giveItNothingToSay() {
        CPrograms.library();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xcheck:jni",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-D" + BackEnds.ONLY + "=native",
                "-cp",
                CPrograms.CLASSPATH,
                ContractSample.class.getName()));
        command.addAll(SAMPLE);

        CPrograms.Ran ran = CPrograms.run(Map.of(), command).ok();

        assertThat(complaints(ran.output() + ran.errors())).isEmpty();
        assertThat(ran.output()).containsPattern("\\d{2,} tests succeeded");
    }

    @Test
    void complaints_areFoundInWhatAJvmPrints() {
        assertThat(complaints(
                        "WARNING in native method: JNI call made without checking exceptions when required to from"
                                + " CallStaticLongMethodA\n\tat com.sun.jna.Native.invokeInt(Native Method)\n"))
                .hasSize(1);
        assertThat(complaints("ok\nFATAL ERROR in native method: bad\n\tat x\nWARNING in native method: y\nend\n"))
                .hasSize(2);
    }

    /**
     * What JNA and the JDK do as the JVM loads their libraries, which is not how this one is loaded, and that JNA asks
     * for no exception in a call with a callback among its arguments.
     */
    private static boolean isOfOthers(String complaint) {
        return complaint.contains("required to from CallObjectMethod\tat com.sun.jna.Native.")
                || complaint.contains("\tat jdk.internal.loader.NativeLibraries.load(");
    }

    /** The lines by which the JVM complains, each with the frames behind it. */
    private static List<String> complaints(String printed) {
        List<String> found = new ArrayList<>();
        String[] lines = printed.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].contains("WARNING in native method")
                    || lines[i].contains("FATAL ERROR in native method")
                    || lines[i].contains("WARNING: JNI")) {
                StringBuilder complaint = new StringBuilder(lines[i]);
                while (i + 1 < lines.length && lines[i + 1].startsWith("\tat ")) {
                    complaint.append(lines[++i]);
                }
                if (!isOfOthers(complaint.toString())) {
                    found.add(complaint.toString());
                }
            }
        }
        return found;
    }
}
