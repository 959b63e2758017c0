package io.github.wininet4j.engine.cache.api;

import io.github.wininet4j.constant.CacheGroup;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.cache.CacheGroups;
import io.github.wininet4j.engine.cache.Found;
import io.github.wininet4j.engine.cache.UrlCache;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.function.UrlCacheGroupFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HANDLE;
import io.github.wininet4j.type.INTERNET_CACHE_GROUP_INFO;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.LongRef;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The functions of groups of cache entries (R-CGRP). */
public final class UrlCacheGroupApi implements UrlCacheGroupFunctions {
    private static final int CREATION_FLAGS =
            CacheGroup.CACHEGROUP_FLAG_NONPURGEABLE | CacheGroup.CACHEGROUP_FLAG_GIDONLY;
    private static final int BASIC = CacheGroup.CACHEGROUP_ATTRIBUTE_BASIC;
    private static final long KILOBYTE = 1024;

    private final UrlCache cache;
    private final OpenHandles handles;

    UrlCacheGroupApi(UrlCache cache, OpenHandles handles) {
        this.cache = cache;
        this.handles = handles;
    }

    /** The groups that there were when an enumeration began. */
    private static final class GroupList {
        private final ReentrantLock moving = new ReentrantLock();
        private final Iterator<Long> groups;

        GroupList(Iterator<Long> groups) {
            this.groups = groups;
        }

        long next() {
            moving.lock();
            try {
                if (!groups.hasNext()) {
                    throw absent();
                }
                return groups.next();
            } finally {
                moving.unlock();
            }
        }
    }

    private static WinInetFailure absent() {
        return new WinInetFailure(Win32Error.ERROR_FILE_NOT_FOUND);
    }

    private CacheGroups.Group require(long id) {
        CacheGroups.Group group = cache.isOn() ? cache.groups().find(id) : null;
        if (group == null) {
            throw absent();
        }
        return group;
    }

    @Override
    public @Nullable HANDLE FindFirstUrlCacheGroup(
            int dwFlags,
            int dwFilter,
            @Nullable LPVOID lpSearchCondition,
            int dwSearchCondition,
            @Nullable LongRef lpGroupId,
            @Nullable LPVOID lpReserved) {
        if (lpGroupId == null
                || dwFlags != 0
                || dwFilter != CacheGroup.CACHEGROUP_SEARCH_ALL
                || lpSearchCondition != null
                || lpReserved != null) {
            throw UrlCacheApi.invalid();
        }
        List<Long> ids = cache.isOn() ? new ArrayList<>(cache.groups().all().keySet()) : List.of();
        GroupList list = new GroupList(ids.iterator());
        lpGroupId.value = list.next();
        return handles.add(list);
    }

    @Override
    public boolean FindNextUrlCacheGroup(
            @Nullable HANDLE hFind, @Nullable LongRef lpGroupId, @Nullable LPVOID lpReserved) {
        GroupList list = handles.find(hFind, GroupList.class);
        if (lpGroupId == null || lpReserved != null) {
            throw UrlCacheApi.invalid();
        }
        lpGroupId.value = list.next();
        return true;
    }

    @Override
    public boolean GetUrlCacheGroupAttribute(
            long gid,
            int dwFlags,
            int dwAttributes,
            @Nullable INTERNET_CACHE_GROUP_INFO lpGroupInfo,
            @Nullable DwordRef lpdwGroupInfo,
            @Nullable LPVOID lpReserved) {
        if (lpdwGroupInfo == null || dwFlags != 0 || lpReserved != null) {
            throw UrlCacheApi.invalid();
        }
        CacheGroups.Group group = require(gid);
        int needed = new INTERNET_CACHE_GROUP_INFO().sizeof();
        boolean fits = Integer.compareUnsigned(lpdwGroupInfo.value, needed) >= 0;
        lpdwGroupInfo.value = needed;
        if (lpGroupInfo == null || !fits) {
            throw new WinInetFailure(Win32Error.ERROR_INSUFFICIENT_BUFFER);
        }
        give(group, dwAttributes, lpGroupInfo);
        if ((dwAttributes & BASIC) != 0) {
            lpGroupInfo.dwDiskUsage = (int) (StoreFailure.translated(() -> usage(gid)) / KILOBYTE);
        }
        return true;
    }

    private static void give(CacheGroups.Group group, int which, INTERNET_CACHE_GROUP_INFO info) {
        info.dwGroupSize = info.sizeof();
        if ((which & (BASIC | CacheGroup.CACHEGROUP_ATTRIBUTE_FLAG)) != 0) {
            info.dwGroupFlags = group.flags();
        }
        if ((which & (BASIC | CacheGroup.CACHEGROUP_ATTRIBUTE_TYPE)) != 0) {
            info.dwGroupType = group.type();
        }
        if ((which & (BASIC | CacheGroup.CACHEGROUP_ATTRIBUTE_QUOTA)) != 0) {
            info.dwDiskQuota = group.quota();
        }
        if ((which & CacheGroup.CACHEGROUP_ATTRIBUTE_GROUPNAME) != 0) {
            info.szGroupName = group.name();
        }
        if ((which & CacheGroup.CACHEGROUP_ATTRIBUTE_STORAGE) != 0) {
            info.dwOwnerStorage =
                    group.storage().stream().mapToInt(each -> each).toArray();
        }
    }

    private long usage(long gid) throws IOException {
        long sum = 0;
        for (Found found : members(gid)) {
            sum += found.entry().size();
        }
        return sum;
    }

    private List<Found> members(long gid) throws IOException {
        List<Found> members = new ArrayList<>();
        for (String name : cache.names()) {
            Found found = cache.read(name);
            if (found != null && found.entry().groups().contains(gid)) {
                members.add(found);
            }
        }
        return members;
    }

    @Override
    public boolean SetUrlCacheGroupAttribute(
            long gid,
            int dwFlags,
            int dwAttributes,
            @Nullable INTERNET_CACHE_GROUP_INFO lpGroupInfo,
            @Nullable LPVOID lpReserved) {
        if (lpGroupInfo == null
                || dwFlags != 0
                || lpReserved != null
                || (dwAttributes & ~CacheGroup.CACHEGROUP_READWRITE_MASK) != 0
                || lpGroupInfo.szGroupName.length() >= CacheGroup.GROUPNAME_MAX_LENGTH
                || lpGroupInfo.dwOwnerStorage.length != CacheGroup.GROUP_OWNER_STORAGE_SIZE) {
            throw UrlCacheApi.invalid();
        }
        require(gid);
        if (!StoreFailure.translated(() -> cache.groups().change(gid, old -> merged(old, dwAttributes, lpGroupInfo)))) {
            throw absent();
        }
        return true;
    }

    private static CacheGroups.Group merged(CacheGroups.Group old, int which, INTERNET_CACHE_GROUP_INFO given) {
        INTERNET_CACHE_GROUP_INFO merged = new INTERNET_CACHE_GROUP_INFO();
        give(old, CacheGroup.CACHEGROUP_ATTRIBUTE_GET_ALL, merged);
        // BASIC cannot be set, so each attribute comes by its own bit.
        give(group(old.flags(), given), which, merged);
        return group(old.flags(), merged);
    }

    private static CacheGroups.Group group(int flags, INTERNET_CACHE_GROUP_INFO info) {
        return new CacheGroups.Group(
                flags,
                info.dwGroupType,
                info.dwDiskQuota,
                info.szGroupName,
                Arrays.stream(info.dwOwnerStorage).boxed().toList());
    }

    @Override
    public long CreateUrlCacheGroup(int dwFlags, @Nullable LPVOID lpReserved) {
        if ((dwFlags & ~CREATION_FLAGS) != 0 || lpReserved != null) {
            throw UrlCacheApi.invalid();
        }
        long id = cache.groups().newId();
        if ((dwFlags & CacheGroup.CACHEGROUP_FLAG_GIDONLY) == 0) {
            StoreFailure.translated(() -> {
                cache.makeFolder();
                cache.groups().put(id, new CacheGroups.Group(dwFlags, 0, 0, "", List.of(0, 0, 0, 0)));
                return true;
            });
        }
        return id;
    }

    @Override
    public boolean DeleteUrlCacheGroup(long GroupId, int dwFlags, @Nullable LPVOID lpReserved) {
        boolean flushes = (dwFlags & CacheGroup.CACHEGROUP_FLAG_FLUSHURL_ONDELETE) != 0;
        if ((dwFlags & ~CacheGroup.CACHEGROUP_FLAG_FLUSHURL_ONDELETE) != 0 || lpReserved != null) {
            throw UrlCacheApi.invalid();
        }
        require(GroupId);
        return StoreFailure.translated(() -> {
            for (Found found : members(GroupId)) {
                String url = found.entry().url();
                if (flushes && found.entry().groups().size() == 1) {
                    cache.delete(url);
                } else {
                    cache.put(url, old -> old == null ? null : old.withGroup(GroupId, false), use -> use, true);
                }
            }
            return cache.groups().delete(GroupId);
        });
    }

    @Override
    public boolean SetUrlCacheEntryGroup(
            @Nullable String lpszUrlName,
            int dwFlags,
            long GroupId,
            @Nullable ByteBuffer pbGroupAttributes,
            int cbGroupAttributes,
            @Nullable LPVOID lpReserved) {
        String key = CacheKey.of(lpszUrlName);
        boolean adds = dwFlags == CacheGroup.INTERNET_CACHE_GROUP_ADD;
        if ((!adds && dwFlags != CacheGroup.INTERNET_CACHE_GROUP_REMOVE)
                || GroupId == 0
                || pbGroupAttributes != null
                || cbGroupAttributes != 0
                || lpReserved != null) {
            throw UrlCacheApi.invalid();
        }
        return StoreFailure.translated(() -> {
            AtomicBoolean there = new AtomicBoolean();
            cache.put(
                    key,
                    old -> {
                        there.set(old != null);
                        return old == null ? null : old.withGroup(GroupId, adds);
                    },
                    use -> use,
                    true);
            if (!there.get()) {
                throw absent();
            }
            return true;
        });
    }
}
