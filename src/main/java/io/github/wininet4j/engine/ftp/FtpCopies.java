package io.github.wininet4j.engine.ftp;

import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.engine.cache.CacheEntry;
import io.github.wininet4j.engine.cache.EntryAge;
import io.github.wininet4j.engine.cache.Found;
import io.github.wininet4j.engine.cache.UrlCache;
import io.github.wininet4j.engine.session.Credentials;
import java.io.IOException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an FTP server in the URL cache (R-CACHE-12, R-PROJ-CACHE-12): under the URL, for users without a name
 * only, since what one user may read another may not.
 *
 * @param cache the cache
 * @param key the URL
 * @param flags {@code INTERNET_FLAG_*} bits of the call and its session
 */
record FtpCopies(UrlCache cache, String key, int flags) {
    private static final int FROM_SERVER = InternetFlag.INTERNET_FLAG_RELOAD
            | InternetFlag.INTERNET_FLAG_RESYNCHRONIZE
            | InternetFlag.INTERNET_FLAG_HYPERLINK;

    /** Gives access to the copies of a URL; null if nothing is to be kept of it. */
    static @Nullable FtpCopies of(UrlCache cache, Credentials user, String key, int flags) {
        boolean named = user.user() != null || user.password() != null;
        return named || !cache.isOn() ? null : new FtpCopies(cache, key, flags);
    }

    /** Whether the network must not be used (R-FLAG-8). */
    boolean onlyCopies() {
        return (flags & InternetFlag.INTERNET_FLAG_FROM_CACHE) != 0;
    }

    /** Opens the copy that answers; null if the server has to. The caller closes it. */
    @Nullable
    FileChannel open(boolean offline) {
        boolean unchecked = onlyCopies() || offline;
        if (!unchecked && (flags & FROM_SERVER) != 0) {
            return null;
        }
        try {
            Found found = cache.find(key);
            // What has a head came from an HTTP proxy.
            boolean usable = found != null
                    && found.entry().headers().isEmpty()
                    && (unchecked || EntryAge.isFresh(found.entry(), cache));
            FileChannel file = found == null || !usable ? null : found.open();
            if (file != null && found != null) {
                found.used();
            }
            return file;
        } catch (IOException e) {
            cache.complain(e);
            return null;
        }
    }

    /** The file on the server is about to change. */
    void forget() {
        try {
            cache.delete(key);
        } catch (IOException e) {
            cache.complain(e);
        }
    }

    /** Begins to keep what is read now; null if it is not to be kept, or cannot be. */
    @Nullable
    KeptFile keep() {
        if ((flags & InternetFlag.INTERNET_FLAG_NO_CACHE_WRITE) != 0) {
            return null;
        }
        try {
            return new KeptFile(cache, CacheEntry.of(key, CacheEntryType.NORMAL_CACHE_ENTRY, null));
        } catch (IOException e) {
            cache.complain(e);
            return null;
        }
    }
}
