package io.github.wininet4j.nativelib;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs test classes in a process of its own; prints what failed, then how many succeeded. */
public final class ContractSample {
    private ContractSample() {}

    /**
     * Runs test classes; exits with 1 if a test failed.
     *
     * @param names the classes
     */
    public static void main(String[] names) {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
        for (String name : names) {
            request.selectors(selectClass(name));
        }
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        Launcher launcher = LauncherFactory.create();
        launcher.execute(request.build(), listener);
        listener.getSummary().printFailuresTo(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        System.out.println(listener.getSummary().getTestsSucceededCount() + " tests succeeded");
        System.exit(listener.getSummary().getTotalFailureCount() == 0 ? 0 : 1);
    }
}
