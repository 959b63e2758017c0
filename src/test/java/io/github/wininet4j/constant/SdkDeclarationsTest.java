package io.github.wininet4j.constant;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Values that only current SDKs declare. */
final class SdkDeclarationsTest {
    /** Name and value, in pairs. */
    private static final String DECLARED = """
            INTERNET_AUTH_SCHEME_BASIC 0 INTERNET_AUTH_SCHEME_DIGEST 1 INTERNET_AUTH_SCHEME_NTLM 2
            INTERNET_AUTH_SCHEME_KERBEROS 3 INTERNET_AUTH_SCHEME_NEGOTIATE 4 INTERNET_AUTH_SCHEME_PASSPORT 5
            INTERNET_AUTH_SCHEME_UNKNOWN 6
            DLG_FLAGS_INVALID_CA 0x01000000 DLG_FLAGS_SEC_CERT_CN_INVALID 0x02000000
            DLG_FLAGS_SEC_CERT_DATE_INVALID 0x04000000 DLG_FLAGS_WEAK_SIGNATURE 0x00200000
            DLG_FLAGS_INSECURE_FALLBACK 0x00400000 DLG_FLAGS_SEC_CERT_REV_FAILED 0x00800000
            FLAGS_ERROR_UI_SHOW_IDN_HOSTNAME 0x20
            INTERNET_SUPPRESS_COOKIE_PERSIST 3 INTERNET_SUPPRESS_COOKIE_PERSIST_RESET 4
            INTERNET_REQFLAG_FROM_APP_CACHE 0x100
            HTTP_1_1_CACHE_ENTRY 0x40 STATIC_CACHE_ENTRY 0x80 MUST_REVALIDATE_CACHE_ENTRY 0x100
            SHORTPATH_CACHE_ENTRY 0x200 DOWNLOAD_CACHE_ENTRY 0x400 REDIRECT_CACHE_ENTRY 0x800
            COOKIE_ACCEPTED_CACHE_ENTRY 0x1000 COOKIE_LEASHED_CACHE_ENTRY 0x2000
            COOKIE_DOWNGRADED_CACHE_ENTRY 0x4000 COOKIE_REJECTED_CACHE_ENTRY 0x8000
            PRIVACY_MODE_CACHE_ENTRY 0x20000 XDR_CACHE_ENTRY 0x40000 IMMUTABLE_CACHE_ENTRY 0x80000
            PENDING_DELETE_CACHE_ENTRY 0x400000 OTHER_USER_CACHE_ENTRY 0x800000
            PRIVACY_IMPACTED_CACHE_ENTRY 0x2000000 POST_RESPONSE_CACHE_ENTRY 0x4000000
            INSTALLED_CACHE_ENTRY 0x10000000 POST_CHECK_CACHE_ENTRY 0x20000000 IDENTITY_CACHE_ENTRY 0x80000000
            INTERNET_CACHE_FLAG_ALLOW_COLLISIONS 0x100 INTERNET_CACHE_FLAG_INSTALLED_ENTRY 0x200
            INTERNET_CACHE_FLAG_ENTRY_OR_MAPPING 0x400 INTERNET_CACHE_FLAG_ADD_FILENAME_ONLY 0x800
            INTERNET_CACHE_FLAG_GET_STRUCT_ONLY 0x1000 MAX_CACHE_ENTRY_INFO_SIZE 4096
            WININET_SYNC_MODE_NEVER 0 WININET_SYNC_MODE_ON_EXPIRY 1 WININET_SYNC_MODE_ONCE_PER_SESSION 2
            WININET_SYNC_MODE_ALWAYS 3 WININET_SYNC_MODE_AUTOMATIC 4 WININET_SYNC_MODE_DEFAULT 4
            """;

    @Test
    @Rule({"R-CBX-7", "R-CBX-9..13", "R-CBX-15"})
    void declarations_haveTheirValues() throws IllegalAccessException {
        Map<String, Integer> actual = new TreeMap<>();
        for (Class<?> type : new Class<?>[] {
            OptionValue.class, DialogFlag.class, CacheEntryType.class, CacheConfig.class, CacheGroup.class
        }) {
            for (Field field : type.getFields()) {
                if (field.getType() == int.class) {
                    actual.put(field.getName(), field.getInt(null));
                }
            }
        }
        String[] words = DECLARED.trim().split("\\s+");
        Map<String, Integer> expected = new TreeMap<>();
        for (int i = 0; i < words.length; i += 2) {
            expected.put(words[i], Long.decode(words[i + 1]).intValue());
        }
        assertThat(actual).containsAllEntriesOf(expected);
    }
}
