package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The last error is that of the call, whatever thread of the system carries the caller. */
final class LastErrorTest {
    private static final int THREADS = 64;
    private static final int CALLS = 200;

    @Test
    @Rule("R-GEN-19")
    void getLastError_onManyThreads_isThatOfTheLastCall() throws Exception {
        CPrograms.library();
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch over = new CountDownLatch(THREADS);
        try (BackEnd api = WinInets.named("native", WinInetConfig.isolated())) {
            for (int i = 0; i < THREADS; i++) {
                boolean odd = i % 2 == 1;
                start(() -> {
                    for (int call = 0; call < CALLS; call++) {
                        int expected = odd ? fail(api) : failOtherwise(api);
                        // Its next call comes from another carrier, if there is one.
                        Thread.yield();
                        if (api.GetLastError() != expected) {
                            wrong.add(api.GetLastError() + " instead of " + expected);
                        }
                    }
                    over.countDown();
                });
            }
            over.await();
        }
        assertThat(wrong).isEmpty();
    }

    private static int fail(BackEnd api) {
        api.InternetCloseHandle(new HINTERNET(12345));
        return Win32Error.ERROR_INVALID_HANDLE;
    }

    private static int failOtherwise(BackEnd api) {
        api.InternetCanonicalizeUrl(null, new TextBuffer(8), new DwordRef(8), 0);
        return Win32Error.ERROR_INVALID_PARAMETER;
    }

    /** On a virtual thread where the JVM has them. */
    private static void start(Runnable task) throws ReflectiveOperationException {
        try {
            Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
        } catch (NoSuchMethodException e) {
            new Thread(task).start();
        }
    }
}
