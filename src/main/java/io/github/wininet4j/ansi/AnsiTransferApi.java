package io.github.wininet4j.ansi;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.type.GOPHER_FIND_DATA;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.INTERNET_BUFFERS;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.WIN32_FIND_DATA;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Opens URLs and moves data for ANSI callers. */
final class AnsiTransferApi implements AnsiTransferFunctions {
    /** Scheme and authority of the URLs that become HTTP requests. */
    private static final Pattern HTTP = Pattern.compile("\\s*https?://[^/?#]*", Pattern.CASE_INSENSITIVE);

    private final WinInet wide;
    private final AnsiText text;
    private final AnsiCallbacks callbacks;

    AnsiTransferApi(WinInet wide, AnsiText text, AnsiCallbacks callbacks) {
        this.wide = wide;
        this.text = text;
        this.callbacks = callbacks;
    }

    @Override
    public @Nullable HINTERNET InternetOpenUrlA(
            @Nullable HINTERNET hInternet,
            byte @Nullable [] lpszUrl,
            byte @Nullable [] lpszHeaders,
            int dwHeadersLength,
            int dwFlags,
            long dwContext) {
        return wide.InternetOpenUrl(
                hInternet,
                lpszUrl == null ? null : url(lpszUrl),
                AnsiText.header(lpszHeaders),
                dwHeadersLength,
                dwFlags,
                dwContext);
    }

    private String url(byte[] url) {
        int end = AnsiText.length(url, 0);
        Matcher start = HTTP.matcher(AnsiText.header(url, end));
        int path = start.lookingAt() ? start.end() : end;
        return text.text(url, 0, path) + text.target(url, path, end);
    }

    @Override
    public boolean InternetReadFileExA(
            @Nullable HINTERNET hFile, @Nullable INTERNET_BUFFERSA lpBuffersOut, int dwFlags, long dwContext) {
        if (lpBuffersOut == null) {
            return wide.InternetReadFileEx(hFile, null, dwFlags, dwContext);
        }
        INTERNET_BUFFERS buffers = lpBuffersOut.wide();
        return callbacks.run(hFile, () -> wide.InternetReadFileEx(hFile, buffers, dwFlags, dwContext), () -> {
            lpBuffersOut.dwBufferLength = buffers.dwBufferLength;
            return 0;
        });
    }

    @Override
    public boolean InternetFindNextFileA(@Nullable HINTERNET hFind, @Nullable LPVOID lpvFindData) {
        if (lpvFindData instanceof WIN32_FIND_DATAA data) {
            WIN32_FIND_DATA found = new WIN32_FIND_DATA();
            return callbacks.run(hFind, () -> wide.InternetFindNextFile(hFind, found), () -> {
                data.take(found, text);
                return 0;
            });
        }
        if (lpvFindData instanceof GOPHER_FIND_DATAA data) {
            GOPHER_FIND_DATA found = new GOPHER_FIND_DATA();
            return callbacks.run(hFind, () -> wide.InternetFindNextFile(hFind, found), () -> {
                data.take(found, text);
                return 0;
            });
        }
        return wide.InternetFindNextFile(hFind, lpvFindData);
    }
}
