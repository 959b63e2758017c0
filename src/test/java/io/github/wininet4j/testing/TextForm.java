package io.github.wininet4j.testing;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.ansi.AnsiWinInet;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.type.HINTERNET;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The calls of a {@link Conversation} that exist in a wide and in an ANSI form. */
interface TextForm {
    HINTERNET open(StatusLog log, int flags);

    HINTERNET connect(HINTERNET session, String host, int port, int flags, long context);

    HINTERNET request(HINTERNET connect, String verb, String target, int flags, long context);

    boolean send(HINTERNET request, String headers, byte[] body);

    /** The wide functions. */
    record Wide(WinInet api) implements TextForm {
        @Override
        public HINTERNET open(StatusLog log, int flags) {
            HINTERNET session = api.InternetOpen("agent", InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, flags);
            api.InternetSetStatusCallback(session, log);
            return session;
        }

        @Override
        public HINTERNET connect(HINTERNET session, String host, int port, int flags, long context) {
            return api.InternetConnect(
                    session, host, port, null, null, ServiceType.INTERNET_SERVICE_HTTP, flags, context);
        }

        @Override
        public HINTERNET request(HINTERNET connect, String verb, String target, int flags, long context) {
            return api.HttpOpenRequest(connect, verb, target, null, null, null, flags, context);
        }

        @Override
        public boolean send(HINTERNET request, String headers, byte[] body) {
            return api.HttpSendRequest(request, headers, -1, ByteBuffer.wrap(body), body.length);
        }
    }

    /** The ANSI functions, given one byte for each character. */
    record Ansi(AnsiWinInet api) implements TextForm {
        @Override
        public HINTERNET open(StatusLog log, int flags) {
            HINTERNET session =
                    api.InternetOpenA(z("agent"), InternetFlag.INTERNET_OPEN_TYPE_DIRECT, null, null, flags);
            api.InternetSetStatusCallbackA(session, log);
            return session;
        }

        @Override
        public HINTERNET connect(HINTERNET session, String host, int port, int flags, long context) {
            return api.InternetConnectA(
                    session, z(host), port, null, null, ServiceType.INTERNET_SERVICE_HTTP, flags, context);
        }

        @Override
        public HINTERNET request(HINTERNET connect, String verb, String target, int flags, long context) {
            return api.HttpOpenRequestA(connect, z(verb), z(target), null, null, null, flags, context);
        }

        @Override
        public boolean send(HINTERNET request, String headers, byte[] body) {
            return api.HttpSendRequestA(request, z(headers), -1, ByteBuffer.wrap(body), body.length);
        }

        private static byte[] z(String text) {
            if (text == null) {
                return null;
            }
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            return Arrays.copyOf(bytes, bytes.length + 1);
        }
    }
}
