package io.github.wininet4j.nativelib.capi;

import io.github.wininet4j.ansi.GOPHER_FIND_DATAA;
import io.github.wininet4j.ansi.INTERNET_CACHE_CONFIG_INFOA;
import io.github.wininet4j.ansi.INTERNET_CACHE_CONTAINER_INFOA;
import io.github.wininet4j.ansi.INTERNET_CACHE_ENTRY_INFOA;
import io.github.wininet4j.ansi.INTERNET_CACHE_GROUP_INFOA;
import io.github.wininet4j.ansi.INTERNET_CERTIFICATE_INFOA;
import io.github.wininet4j.ansi.INTERNET_PROXY_INFOA;
import io.github.wininet4j.ansi.WIN32_FIND_DATAA;
import io.github.wininet4j.type.GOPHER_FIND_DATA;
import io.github.wininet4j.type.INTERNET_CACHE_CONFIG_INFO;
import io.github.wininet4j.type.INTERNET_CACHE_CONTAINER_INFO;
import io.github.wininet4j.type.INTERNET_CACHE_ENTRY_INFO;
import io.github.wininet4j.type.INTERNET_CACHE_GROUP_INFO;
import io.github.wininet4j.type.INTERNET_CERTIFICATE_INFO;
import io.github.wininet4j.type.INTERNET_PROXY_INFO;
import io.github.wininet4j.type.Structure;
import io.github.wininet4j.type.WIN32_FIND_DATA;
import java.util.Map;

/** The structures that A functions have in a form of their own. */
final class AnsiStructures {
    private static final Map<Class<? extends Structure>, Class<? extends Structure>> FORMS = Map.of(
            WIN32_FIND_DATA.class, WIN32_FIND_DATAA.class,
            GOPHER_FIND_DATA.class, GOPHER_FIND_DATAA.class,
            INTERNET_CACHE_ENTRY_INFO.class, INTERNET_CACHE_ENTRY_INFOA.class,
            INTERNET_CACHE_CONTAINER_INFO.class, INTERNET_CACHE_CONTAINER_INFOA.class,
            INTERNET_CACHE_CONFIG_INFO.class, INTERNET_CACHE_CONFIG_INFOA.class,
            INTERNET_CACHE_GROUP_INFO.class, INTERNET_CACHE_GROUP_INFOA.class,
            INTERNET_PROXY_INFO.class, INTERNET_PROXY_INFOA.class,
            INTERNET_CERTIFICATE_INFO.class, INTERNET_CERTIFICATE_INFOA.class);

    private AnsiStructures() {}

    /** Returns the form of a structure that A functions take, which may be the same. */
    static Class<? extends Structure> of(Class<? extends Structure> wide) {
        return FORMS.getOrDefault(wide, wide);
    }
}
