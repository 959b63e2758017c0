package io.github.wininet4j.engine.cache.api;

import io.github.wininet4j.constant.CacheContainer;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.cache.CacheContainers;
import io.github.wininet4j.engine.cache.CacheContainers.Container;
import io.github.wininet4j.engine.cache.EntryKind;
import io.github.wininet4j.engine.cache.Found;
import io.github.wininet4j.engine.cache.UrlCache;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.function.UrlCacheContainerFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.INTERNET_CACHE_CONTAINER_INFO;
import io.github.wininet4j.type.LPVOID;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The functions of cache containers (R-CENT-34, R-CENT-35, R-PROJ-CACHE-9, R-PROJ-CACHE-25). */
public final class UrlCacheContainerApi implements UrlCacheContainerFunctions {
    private static final INTERNET_CACHE_CONTAINER_INFO FORM = new INTERNET_CACHE_CONTAINER_INFO();
    private static final int ALL = 100;

    private final UrlCache cache;
    private final OpenHandles handles;

    UrlCacheContainerApi(UrlCache cache, OpenHandles handles) {
        this.cache = cache;
        this.handles = handles;
    }

    /** The containers that there were when a list began. */
    private static final class ContainerList {
        private final ReentrantLock moving = new ReentrantLock();
        private final List<Container> containers;
        private int at;

        ContainerList(List<Container> containers) {
            this.containers = containers;
        }

        void next(@Nullable INTERNET_CACHE_CONTAINER_INFO info, @Nullable DwordRef size) {
            moving.lock();
            try {
                if (at == containers.size()) {
                    throw new WinInetFailure(Win32Error.ERROR_NO_MORE_ITEMS);
                }
                give(containers.get(at), info, size);
                at++;
            } finally {
                moving.unlock();
            }
        }

        private static void give(
                Container container, @Nullable INTERNET_CACHE_CONTAINER_INFO info, @Nullable DwordRef size) {
            if (size == null) {
                throw UrlCacheApi.invalid();
            }
            int needed = FORM.sizeof() + bytes(container.name()) + bytes(container.prefix());
            boolean fits = Integer.compareUnsigned(size.value, needed) >= 0;
            size.value = needed;
            if (info == null || !fits) {
                throw new WinInetFailure(Win32Error.ERROR_INSUFFICIENT_BUFFER);
            }
            info.dwCacheVersion = 0;
            info.lpszName = container.name();
            info.lpszCachePrefix = container.prefix();
            info.lpszVolumeLabel = null;
            info.lpszVolumeTitle = null;
        }

        private static int bytes(String text) {
            return 2 * (text.length() + 1);
        }
    }

    @Override
    public boolean CreateUrlCacheContainer(
            @Nullable String Name,
            @Nullable String lpCachePrefix,
            @Nullable String lpszCachePath,
            int KBCacheLimit,
            int dwContainerType,
            int dwOptions,
            @Nullable LPVOID pvBuffer,
            @Nullable DwordRef cbBuffer) {
        if (dwOptions != 0 || pvBuffer != null || cbBuffer != null) {
            throw UrlCacheApi.invalid();
        }
        Container container = new Container(
                required(Name), required(lpCachePrefix), path(lpszCachePath), KBCacheLimit, dwContainerType);
        String path = container.path();
        boolean made = EntryKind.of(container.prefix()) == 0
                && StoreFailure.translated(() -> {
                    if (!path.isEmpty()) {
                        Files.createDirectories(Path.of(path));
                    }
                    return cache.containers().create(container);
                });
        if (!made) {
            throw new WinInetFailure(Win32Error.ERROR_ALREADY_EXISTS);
        }
        return true;
    }

    /** Absolute, since other processes that use the container have other current folders. */
    private static String path(@Nullable String given) {
        return given == null || given.isEmpty()
                ? ""
                : required(StoreFailure.translated(
                        () -> Path.of(given).toAbsolutePath().normalize().toString()));
    }

    private static String required(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > CacheContainers.MAX_TEXT) {
            throw UrlCacheApi.invalid();
        }
        return text;
    }

    @Override
    public boolean DeleteUrlCacheContainer(@Nullable String Name, int dwOptions) {
        String name = required(Name);
        if (dwOptions != 0) {
            throw UrlCacheApi.invalid();
        }
        return StoreFailure.translated(() -> {
            Container deleted = cache.isOn() ? cache.containers().delete(name) : null;
            if (deleted == null) {
                throw new WinInetFailure(Win32Error.ERROR_FILE_NOT_FOUND);
            }
            deleteEntries(deleted);
            cache.containers().removePlace(deleted);
            return true;
        });
    }

    /** Entries of containers within this one stay. */
    private void deleteEntries(Container gone) throws IOException {
        List<Container> all = new ArrayList<>(cache.containers().all());
        all.add(gone);
        for (String name : cache.names()) {
            Found found = cache.read(name);
            if (found != null
                    && gone.equals(CacheContainers.nearest(all, found.entry().url()))) {
                cache.delete(found.entry().url());
            }
        }
    }

    @Override
    public @Nullable HANDLE FindFirstUrlCacheContainer(
            @Nullable DwordRef pdwModified,
            @Nullable INTERNET_CACHE_CONTAINER_INFO lpContainerInfo,
            @Nullable DwordRef lpcbContainerInfo,
            int dwOptions) {
        if ((dwOptions & ~CacheContainer.CACHE_FIND_CONTAINER_RETURN_NOCHANGE) != 0) {
            throw UrlCacheApi.invalid();
        }
        return StoreFailure.translated(() -> {
            int changes = cache.isOn() ? cache.containers().changes() : 0;
            boolean asksForChanges = dwOptions == CacheContainer.CACHE_FIND_CONTAINER_RETURN_NOCHANGE;
            if (asksForChanges && pdwModified != null && pdwModified.value == changes) {
                throw new WinInetFailure(WinInetError.ERROR_INTERNET_NO_NEW_CONTAINERS);
            }
            ContainerList list = new ContainerList(cache.containers().all());
            list.next(lpContainerInfo, lpcbContainerInfo);
            if (pdwModified != null) {
                pdwModified.value = changes;
            }
            return handles.add(list);
        });
    }

    @Override
    public boolean FindNextUrlCacheContainer(
            @Nullable HANDLE hEnumHandle,
            @Nullable INTERNET_CACHE_CONTAINER_INFO lpContainerInfo,
            @Nullable DwordRef lpcbContainerInfo) {
        handles.find(hEnumHandle, ContainerList.class).next(lpContainerInfo, lpcbContainerInfo);
        return true;
    }

    @Override
    public boolean FreeUrlCacheSpace(@Nullable String lpszCachePath, int dwSize, int dwFilter) {
        if (dwSize < 1 || dwSize > ALL || dwFilter != 0) {
            throw UrlCacheApi.invalid();
        }
        return StoreFailure.translated(() -> {
            if (lpszCachePath != null && !lpszCachePath.isEmpty() && !isOfCache(Path.of(lpszCachePath))) {
                throw new WinInetFailure(Win32Error.ERROR_PATH_NOT_FOUND);
            }
            cache.free(cache.usage() / ALL * (ALL - dwSize));
            return true;
        });
    }

    private boolean isOfCache(Path path) {
        Path content = cache.contentFolder().toAbsolutePath().normalize();
        Path asked = path.toAbsolutePath().normalize();
        return asked.equals(content) || asked.equals(content.getParent());
    }
}
