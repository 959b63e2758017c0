package io.github.wininet4j.ansi;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.InternetOption;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.CallbackRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_CERTIFICATE_INFO;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION_LIST;
import io.github.wininet4j.type.INTERNET_PROXY_INFO;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.OptionType;
import io.github.wininet4j.type.TextBuffer;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The option functions of ANSI callers. */
final class AnsiOptionApi implements AnsiOptionFunctions {
    private static final int PROXY_INFO_SIZE = 24;

    private final WinInet wide;
    private final AnsiText text;
    private final AnsiBuffers buffers;

    /** The forms of text. What is not text is the same for A and W, also SECURITY_CERTIFICATE (R-OPTN-35). */
    private final Map<OptionType, Form> forms;

    /** How the text of an option is read and written. */
    private record Form(Function<byte[], @Nullable String> reader, Function<String, byte[]> writer) {}

    AnsiOptionApi(WinInet wide, AnsiText text, AnsiBuffers buffers) {
        this.wide = wide;
        this.text = text;
        this.buffers = buffers;
        this.forms = Map.of(
                OptionType.TEXT, new Form(text::text, text::bytes),
                OptionType.HEADER_TEXT, new Form(AnsiText::header, AnsiText::headerBytes),
                OptionType.URL_TEXT, new Form(text::url, text::urlBytes));
    }

    @Override
    public boolean InternetQueryOptionA(
            @Nullable HINTERNET hInternet,
            int dwOption,
            @Nullable LPVOID lpBuffer,
            @Nullable DwordRef lpdwBufferLength) {
        Form form = forms.get(OptionType.of(dwOption));
        if (form != null) {
            return queryText(hInternet, dwOption, form, lpBuffer, lpdwBufferLength);
        }
        if (lpBuffer instanceof INTERNET_PER_CONN_OPTION_LISTA list) {
            INTERNET_PER_CONN_OPTION_LIST converted = list.wide(text);
            boolean done = wide.InternetQueryOption(hInternet, dwOption, converted, lpdwBufferLength);
            list.take(converted, text, done);
            return done;
        }
        if (lpBuffer instanceof INTERNET_CERTIFICATE_INFOA info) {
            INTERNET_CERTIFICATE_INFO converted = new INTERNET_CERTIFICATE_INFO();
            boolean done = wide.InternetQueryOption(hInternet, dwOption, converted, lpdwBufferLength);
            if (done) {
                info.take(converted, text);
            }
            return done;
        }
        boolean asksForProxy = OptionType.of(dwOption) == OptionType.PROXY_INFO
                && (lpBuffer == null || lpBuffer instanceof INTERNET_PROXY_INFOA);
        if (asksForProxy && lpdwBufferLength != null) {
            return queryProxy(hInternet, (INTERNET_PROXY_INFOA) lpBuffer, lpdwBufferLength);
        }
        boolean done = wide.InternetQueryOption(hInternet, dwOption, lpBuffer, lpdwBufferLength);
        if (done && lpBuffer instanceof CallbackRef ref) {
            ref.value = AnsiCallbacks.unwrap(ref.value);
        }
        return done;
    }

    private boolean queryText(
            @Nullable HINTERNET handle, int option, Form form, @Nullable LPVOID buffer, @Nullable DwordRef length) {
        if (buffer != null && !AnsiBuffers.isWritable(buffer)) {
            return buffers.fail(Win32Error.ERROR_INVALID_PARAMETER);
        }
        AnsiBuffers.TextQuery query = (target, size) -> wide.InternetQueryOption(handle, option, target, size);
        if (length == null) {
            return query.run(new TextBuffer(1), null);
        }
        String value = buffers.fetch(query, length);
        return value != null && buffers.put(form.writer.apply(value), (ByteBlock) buffer, length);
    }

    /** The size counts the texts, as C puts them behind the structure (R-OPT-17). */
    private boolean queryProxy(@Nullable HINTERNET handle, @Nullable INTERNET_PROXY_INFOA info, DwordRef length) {
        INTERNET_PROXY_INFO converted = new INTERNET_PROXY_INFO();
        DwordRef size = new DwordRef(AnsiBuffers.wideSize(length.value, PROXY_INFO_SIZE));
        boolean done = wide.InternetQueryOption(
                handle, InternetOption.INTERNET_OPTION_PROXY, info == null ? null : converted, size);
        if (done && info != null) {
            info.take(converted, text);
            length.value = PROXY_INFO_SIZE + size(info.lpszProxy) + size(info.lpszProxyBypass);
        } else {
            length.value = AnsiBuffers.ansiSize(size.value, PROXY_INFO_SIZE);
        }
        return done;
    }

    private static int size(byte @Nullable [] text) {
        return text == null ? 0 : text.length;
    }

    @Override
    public boolean InternetSetOptionA(
            @Nullable HINTERNET hInternet, int dwOption, @Nullable LPVOID lpBuffer, int dwBufferLength) {
        return set(
                dwOption,
                lpBuffer,
                dwBufferLength,
                (buffer, length) -> wide.InternetSetOption(hInternet, dwOption, buffer, length));
    }

    @Override
    public boolean InternetSetOptionExA(
            @Nullable HINTERNET hInternet, int dwOption, @Nullable LPVOID lpBuffer, int dwBufferLength, int dwFlags) {
        return set(
                dwOption,
                lpBuffer,
                dwBufferLength,
                (buffer, length) -> wide.InternetSetOptionEx(hInternet, dwOption, buffer, length, dwFlags));
    }

    /** One of the two wide functions. */
    @FunctionalInterface
    private interface Setter {
        boolean set(@Nullable LPVOID buffer, int length);
    }

    private boolean set(int option, @Nullable LPVOID buffer, int length, Setter setter) {
        Form form = forms.get(OptionType.of(option));
        if (form != null && buffer instanceof ByteBlock block) {
            String value = form.reader.apply(AnsiBuffers.bytes(block));
            return value != null && setter.set(new TextBuffer(value), value.length());
        }
        if (buffer instanceof INTERNET_PER_CONN_OPTION_LISTA list) {
            INTERNET_PER_CONN_OPTION_LIST converted = list.wide(text);
            boolean done = setter.set(converted, length);
            list.take(converted, text, false);
            return done;
        }
        return setter.set(buffer instanceof INTERNET_PROXY_INFOA info ? info.wide(text) : buffer, length);
    }
}
