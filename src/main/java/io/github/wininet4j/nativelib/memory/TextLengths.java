package io.github.wininet4j.nativelib.memory;

import java.util.Map;
import java.util.Set;

/** Which texts that go in are followed by their length, so that they need no NUL. */
public final class TextLengths {
    private static final Map<String, Set<Integer>> TEXTS = Map.of(
            "HttpAddRequestHeaders", Set.of(1),
            "HttpSendRequest", Set.of(1),
            "InternetOpenUrl", Set.of(2),
            "InternetCrackUrl", Set.of(0),
            "InternetGetProxyInfo", Set.of(0, 2),
            "IsHostInProxyBypassList", Set.of(1),
            "CommitUrlCacheEntry", Set.of(5));

    private TextLengths() {}

    /**
     * Tells whether a text is followed by its length.
     *
     * @param function the name without A or W
     * @param parameter which parameter the text is, from 0
     * @return true if the next parameter is its length
     */
    public static boolean hasLength(String function, int parameter) {
        return TEXTS.getOrDefault(function, Set.of()).contains(parameter);
    }
}
