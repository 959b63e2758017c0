package io.github.wininet4j.testing;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetOption;
import java.util.ArrayList;
import java.util.List;

/** The back ends that contract tests run on. */
public final class BackEnds {
    /**
     * Names the maker of a library that is not the project's own, in a process that has loaded one. It is the only back
     * end then.
     */
    public static final String FOREIGN_PROPERTY = "wininet4j.test.foreign";

    private static final String ENGINE = "engine";
    private static final String NATIVE = "native";

    /** A system property that names the only back end to test. */
    public static final String ONLY = "wininet4j.test.backend";

    private BackEnds() {}

    /**
     * Lists the back ends that are present. The engine always is: if it cannot be opened, tests fail.
     *
     * @return at least one
     */
    public static List<BackEndUnderTest> available() {
        String foreign = System.getProperty(FOREIGN_PROPERTY);
        if (foreign != null) {
            return List.of(new BackEndUnderTest(foreign, false, BackEnds::openForeign));
        }
        List<BackEndUnderTest> found = new ArrayList<>();
        found.add(new BackEndUnderTest(ENGINE, true, config -> WinInets.named(ENGINE, config)));
        if (WinInets.available().contains(NATIVE)) {
            found.add(new BackEndUnderTest(NATIVE, true, config -> WinInets.named(NATIVE, config)));
        }
        String only = System.getProperty(ONLY);
        found.removeIf(each -> only != null && !each.id().equals(only));
        return found;
    }

    /** A library keeps cookies for its whole process: no test shall see those of the one before. */
    private static BackEnd openForeign(WinInetConfig config) {
        BackEnd opened = WinInets.named(NATIVE, config);
        opened.InternetSetOption(null, InternetOption.INTERNET_OPTION_END_BROWSER_SESSION, null, 0);
        return opened;
    }
}
