package io.github.wininet4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import org.jspecify.annotations.Nullable;

/** What contract tests of HTTP/2 start with. */
public abstract class Http2Fixture {
    /** Opens further back ends. */
    protected final BackEndUnderTest backEnd;

    /** The back end. */
    protected final BackEnd api;

    /** The log of statuses. */
    protected final StatusLog log;

    /** Opens a back end. */
    protected Http2Fixture(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
        this.api = backEnd.open();
        this.log = backEnd.statusLog();
    }

    /** Starts a server. */
    protected final Http2Peer peer(Http2Peer.Talk talk) {
        return backEnd.closeAfterTest(Http2Peer.start(talk));
    }

    /** Starts a client of a port of 127.0.0.1, over TLS. */
    protected final Conversation client(int port, int sessionFlags) {
        return Conversation.with(api, log, "127.0.0.1", port, sessionFlags, InternetFlag.INTERNET_FLAG_SECURE);
    }

    /** Opens a request that may speak HTTP/2 and trusts any authority. */
    protected final HINTERNET request(Conversation client, String verb, String target) {
        HINTERNET request = client.openRequest(verb, target, InternetFlag.INTERNET_FLAG_RELOAD);
        trust(api, request);
        return request;
    }

    /** Lets a request speak HTTP/2 and trust any authority. */
    protected static void trust(BackEnd backEnd, HINTERNET request) {
        set(
                backEnd,
                request,
                InternetOption.INTERNET_OPTION_ENABLE_HTTP_PROTOCOL,
                OptionValue.HTTP_PROTOCOL_FLAG_HTTP2);
        set(
                backEnd,
                request,
                InternetOption.INTERNET_OPTION_SECURITY_FLAGS,
                SecurityFlag.SECURITY_FLAG_IGNORE_UNKNOWN_CA | SecurityFlag.SECURITY_FLAG_IGNORE_CERT_CN_INVALID);
    }

    /** Sets an option. */
    protected final void set(@Nullable HINTERNET handle, int option, int value) {
        set(api, handle, option, value);
    }

    private static void set(BackEnd backEnd, @Nullable HINTERNET handle, int option, int value) {
        assertThat(backEnd.InternetSetOption(handle, option, new DwordRef(value), 4))
                .isTrue();
    }

    /** Which protocols a request has used. */
    protected final int used(HINTERNET request) {
        DwordRef used = new DwordRef(77);
        assertThat(api.InternetQueryOption(
                        request, InternetOption.INTERNET_OPTION_HTTP_PROTOCOL_USED, used, new DwordRef(4)))
                .isTrue();
        return used.value;
    }
}
