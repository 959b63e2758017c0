package io.github.wininet4j.testing;

import io.github.wininet4j.WinInets;
import java.util.ArrayList;
import java.util.List;

/** The back ends that contract tests run on. */
public final class BackEnds {
    private static final String ENGINE = "engine";
    private static final String NATIVE = "native";

    private BackEnds() {}

    /**
     * Lists the back ends that are present. The engine always is: if it cannot be opened, tests fail.
     *
     * @return at least the engine
     */
    public static List<BackEndUnderTest> available() {
        List<BackEndUnderTest> found = new ArrayList<>();
        found.add(new BackEndUnderTest(ENGINE, true, config -> WinInets.named(ENGINE, config)));
        if (WinInets.available().contains(NATIVE)) {
            found.add(new BackEndUnderTest(NATIVE, true, config -> WinInets.named(NATIVE, config)));
        }
        return found;
    }
}
