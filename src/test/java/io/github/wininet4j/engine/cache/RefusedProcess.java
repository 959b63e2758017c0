package io.github.wininet4j.engine.cache;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInetConfig;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.CacheConfig;
import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.constant.CacheGroup;
import io.github.wininet4j.host.CachePlace;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.INTERNET_CACHE_CONFIG_INFO;
import io.github.wininet4j.type.INTERNET_CACHE_ENTRY_INFO;
import io.github.wininet4j.type.INTERNET_CACHE_GROUP_INFO;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.TreeSet;

/**
 * A process that forbids itself to write to the folder of the cache, and calls what writes there: {@code FOLDER}. It
 * prints the error of each function, and the entries that a list has although one cannot be read and one is broken.
 */
final class RefusedProcess {
    private static final int ROOM = 8192;

    private final BackEnd api;

    private RefusedProcess(BackEnd api) {
        this.api = api;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]).resolve("cache");
        WinInetConfig config = WinInetConfig.defaults()
                .withDataDirectory(folder.resolveSibling("data"))
                .withCache(CachePlace.at(folder));
        try (BackEnd api = WinInets.engine(config)) {
            new RefusedProcess(api).run(folder);
        }
    }

    private static Path file(Path folder, String url) {
        return folder.resolve("entries").resolve(EntryName.of(url) + ".entry");
    }

    private void run(Path folder) throws IOException {
        long group = api.CreateUrlCacheGroup(0, null);
        api.CreateUrlCacheContainer("old", "Old:", null, 0, 0, 0, null, null);
        for (String url : List.of("http://a/", "http://b/", "http://broken/", "http://unreadable/")) {
            api.CommitUrlCacheEntry(
                    url,
                    null,
                    new FILETIME(),
                    new FILETIME(),
                    CacheEntryType.NORMAL_CACHE_ENTRY,
                    "HTTP/1.1 200 OK\r\n\r\n",
                    0,
                    null,
                    null);
        }
        Files.writeString(file(folder, "http://broken/"), "broken");
        ReadOnlyProcess.permit(folder, "r-xr-xr-x", "r--r--r--");
        Files.setPosixFilePermissions(file(folder, "http://unreadable/"), PosixFilePermissions.fromString("---------"));
        try {
            call(group);
            list();
        } finally {
            ReadOnlyProcess.permit(folder, "rwx------", "rw-------");
        }
    }

    private void tell(String function, boolean done) {
        System.out.println(function + " " + (done ? 0 : api.GetLastError()));
    }

    private void call(long group) {
        INTERNET_CACHE_GROUP_INFO values = new INTERNET_CACHE_GROUP_INFO();
        values.szGroupName = "name";
        INTERNET_CACHE_CONFIG_INFO settings = new INTERNET_CACHE_CONFIG_INFO();
        settings.dwQuota = 10_000;
        tell("CreateUrlCacheGroup", api.CreateUrlCacheGroup(0, null) != 0);
        tell(
                "SetUrlCacheGroupAttribute",
                api.SetUrlCacheGroupAttribute(group, 0, CacheGroup.CACHEGROUP_ATTRIBUTE_GROUPNAME, values, null));
        tell("DeleteUrlCacheGroup", api.DeleteUrlCacheGroup(group, 0, null));
        tell("SetUrlCacheConfigInfo", api.SetUrlCacheConfigInfo(settings, CacheConfig.CACHE_CONFIG_QUOTA_FC));
        tell("SetUrlCacheHeaderData", api.SetUrlCacheHeaderData(7, 1));
        tell("CreateUrlCacheContainer", api.CreateUrlCacheContainer("new", "New:", null, 0, 0, 0, null, null));
        tell("DeleteUrlCacheContainer", api.DeleteUrlCacheContainer("old", 0));
    }

    private void list() {
        TreeSet<String> urls = new TreeSet<>();
        INTERNET_CACHE_ENTRY_INFO info = new INTERNET_CACHE_ENTRY_INFO();
        HANDLE list = api.FindFirstUrlCacheEntry(null, info, new DwordRef(ROOM));
        boolean more = list != null;
        while (more) {
            urls.add(info.lpszSourceUrlName);
            info = new INTERNET_CACHE_ENTRY_INFO();
            more = api.FindNextUrlCacheEntry(list, info, new DwordRef(ROOM));
        }
        System.out.println(String.join(" ", urls) + " " + api.GetLastError());
    }
}
