package io.github.wininet4j.nativelib;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.type.CERT_CHAIN_CONTEXT;
import io.github.wininet4j.type.CallbackRef;
import io.github.wininet4j.type.CookiesRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_CACHE_ENTRY_INFO;
import io.github.wininet4j.type.INTERNET_CERTIFICATE_INFO;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION_LIST;
import io.github.wininet4j.type.INTERNET_PROXY_INFO;
import io.github.wininet4j.type.URL_COMPONENTS;
import io.github.wininet4j.type.UrlPart;
import io.github.wininet4j.type.WININET_PROXY_INFO_LIST;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A library whose pointers lead nowhere: nothing of them is followed, and the process lives on. */
final class HostileLibraryTest {
    private static final int CHOICE = 9999;

    /** From this number on its calls fail. */
    private static final int FAILING = 10;

    @TempDir
    private static Path folder;

    private BackEnd api;
    private HINTERNET session;

    @BeforeEach
    void open() {
        Path library = CPrograms.compileLibrary("hostile", folder);
        api = WinInets.named("native", WinInetConfig.defaults().withLibrary(library.toString()));
        session = api.InternetOpen("agent", 0, null, null, 0);
    }

    @AfterEach
    void close() {
        api.close();
    }

    private void choose(int pointer) {
        assertThat(api.InternetSetOption(null, CHOICE, new DwordRef(pointer), 4))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    @Rule({"R-OPTN-32", "R-OPTN-38"})
    void textsOfStructures_thatCannotBeRead_areNull(int pointer) {
        choose(pointer);
        INTERNET_PROXY_INFO proxy = new INTERNET_PROXY_INFO();
        INTERNET_CERTIFICATE_INFO certificate = new INTERNET_CERTIFICATE_INFO();
        INTERNET_CACHE_ENTRY_INFO entry = new INTERNET_CACHE_ENTRY_INFO();

        assertThat(api.InternetQueryOption(
                        session, InternetOption.INTERNET_OPTION_PROXY, proxy, new DwordRef(proxy.sizeof())))
                .isTrue();
        assertThat(api.InternetQueryOption(
                        session,
                        InternetOption.INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT,
                        certificate,
                        new DwordRef(certificate.sizeof())))
                .isTrue();
        assertThat(api.GetUrlCacheEntryInfo("http://localhost/", entry, new DwordRef(entry.sizeof())))
                .isTrue();

        assertThat(proxy.lpszProxy).isNull();
        assertThat(certificate.lpszSubjectInfo).isNull();
        assertThat(entry.lpszSourceUrlName).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    @Rule({"R-PROXY-11", "R-COOKIE2-1"})
    void arraysAndTheirTexts_thatCannotBeRead_areEmpty(int pointer) {
        choose(pointer);
        INTERNET_PER_CONN_OPTION option = new INTERNET_PER_CONN_OPTION();
        option.dwOption = ProxyType.INTERNET_PER_CONN_PROXY_SERVER;
        INTERNET_PER_CONN_OPTION_LIST list = new INTERNET_PER_CONN_OPTION_LIST();
        list.pOptions = new INTERNET_PER_CONN_OPTION[] {option};
        list.dwOptionCount = 1;
        CookiesRef cookies = new CookiesRef();
        DwordRef count = new DwordRef(5);

        assertThat(api.InternetQueryOption(
                        session,
                        InternetOption.INTERNET_OPTION_PER_CONNECTION_OPTION,
                        list,
                        new DwordRef(list.sizeof())))
                .isTrue();
        assertThat(api.InternetGetCookieEx2("http://localhost/", null, 0, cookies, count))
                .isZero();
        WININET_PROXY_INFO_LIST proxies = new WININET_PROXY_INFO_LIST();
        assertThat(api.InternetGetProxyForUrl(session, "http://localhost/", proxies))
                .isZero();

        assertThat(proxies.pProxyInfo).isNull();
        assertThat(proxies.dwProxyInfoCount).isZero();
        assertThat(option.pszValue).isNull();
        assertThat(cookies.value).isNullOrEmpty();
        assertThat(count.value).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    @Rule({"R-OPTN-105", "R-OPTN-1"})
    void chainsAndCallbacks_thatAreNone_areNotFollowed(int pointer) {
        choose(pointer);
        CERT_CHAIN_CONTEXT chain = new CERT_CHAIN_CONTEXT();
        CallbackRef callback = new CallbackRef();

        assertThat(api.InternetQueryOption(
                        session, InternetOption.INTERNET_OPTION_SERVER_CERT_CHAIN_CONTEXT, chain, new DwordRef(8)))
                .isTrue();
        assertThat(api.InternetGetSecurityInfoByURL("https://localhost/", chain, new DwordRef()))
                .isTrue();
        assertThat(api.InternetQueryOption(session, InternetOption.INTERNET_OPTION_CALLBACK, callback, new DwordRef(8)))
                .isTrue();

        assertThat(chain.certificates).isEmpty();
        assertThat(callback.value).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    @Rule("R-URL-1")
    void partsOutsideOfTheUrl_areNoParts(int pointer) {
        choose(pointer);
        URL_COMPONENTS parts = new URL_COMPONENTS();
        parts.dwSchemeLength = 1;
        parts.dwHostNameLength = 1;

        assertThat(api.InternetCrackUrl("http://localhost/", 0, 0, parts)).isTrue();

        assertThat(parts.buffer(UrlPart.SCHEME)).isNull();
        assertThat(parts.buffer(UrlPart.HOST)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4})
    @Rule("R-CB-14")
    void statuses_withPointersToNothing_arriveWithoutPayload(int pointer) {
        choose(pointer);
        List<Integer> arrived = new ArrayList<>();
        List<Integer> withPayload = new ArrayList<>();
        api.InternetSetStatusCallback(session, (handle, context, status, information, length) -> {
            arrived.add(status);
            if (information != null) {
                withPayload.add(status);
            }
        });

        assertThat(api.HttpSendRequest(session, null, 0, null, 0)).isTrue();

        assertThat(arrived).hasSize(399);
        assertThat(withPayload).isEmpty();
    }

    @Test
    @Rule("R-GEN-2")
    void structures_afterAFailure_areAsTheyWere() {
        choose(FAILING);
        INTERNET_PROXY_INFO proxy = new INTERNET_PROXY_INFO();
        proxy.lpszProxy = "before";
        INTERNET_CACHE_ENTRY_INFO entry = new INTERNET_CACHE_ENTRY_INFO();
        entry.dwHitRate = 5;
        CookiesRef cookies = new CookiesRef();

        assertThat(api.InternetQueryOption(
                        session, InternetOption.INTERNET_OPTION_PROXY, proxy, new DwordRef(proxy.sizeof())))
                .isFalse();
        assertThat(api.GetUrlCacheEntryInfo("http://localhost/", entry, new DwordRef(entry.sizeof())))
                .isFalse();
        assertThat(api.InternetGetCookieEx2("http://localhost/", null, 0, cookies, new DwordRef()))
                .isEqualTo(WinInetError.ERROR_INTERNET_INTERNAL_ERROR);

        assertThat(proxy.lpszProxy).isEqualTo("before");
        assertThat(entry.dwHitRate).isEqualTo(5);
        assertThat(cookies.value).isNullOrEmpty();
    }
}
