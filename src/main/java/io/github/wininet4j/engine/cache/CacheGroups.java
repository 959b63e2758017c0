package io.github.wininet4j.engine.cache;

import io.github.wininet4j.constant.CacheGroup;
import io.github.wininet4j.engine.storage.DataFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The groups of entries (R-CGRP), a file each. */
public final class CacheGroups {
    private static final int FIXED_PART = 28;
    private static final int MAX_BYTES = FIXED_PART + 2 * CacheGroup.GROUPNAME_MAX_LENGTH;

    private final UrlCache cache;
    private final DataFolder files;
    private final SecureRandom random = new SecureRandom();

    /**
     * What is known of a group.
     *
     * @param flags {@code CACHEGROUP_FLAG_*} bits
     * @param type its type
     * @param quota how many KB its entries may take
     * @param name its name
     * @param storage four words of its owner
     */
    public record Group(int flags, int type, int quota, String name, List<Integer> storage) {
        /** Copies the words. */
        public Group {
            storage = List.copyOf(storage);
        }
    }

    CacheGroups(UrlCache cache, Path folder) {
        this.cache = cache;
        this.files = new DataFolder(folder, ".group", MAX_BYTES);
    }

    /** Returns a number that no group has. */
    public long newId() {
        long id = random.nextLong() & Long.MAX_VALUE;
        return id == 0 ? 1 : id;
    }

    /**
     * Stores a group.
     *
     * @param id its number
     * @param group what is known of it
     * @throws IOException if the file system refuses
     */
    public void put(long id, Group group) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MAX_BYTES);
        bytes.putInt(group.flags()).putInt(group.type()).putInt(group.quota());
        for (int i = 0; i < CacheGroup.GROUP_OWNER_STORAGE_SIZE; i++) {
            bytes.putInt(i < group.storage().size() ? group.storage().get(i) : 0);
        }
        byte[] name = group.name().getBytes(StandardCharsets.UTF_16BE);
        bytes.put(name, 0, Math.min(name.length, bytes.remaining()));
        byte[] content = new byte[bytes.position()];
        bytes.flip().get(content);
        files.put(name(id), content);
    }

    /**
     * Changes a group while nobody else does.
     *
     * @param id its number
     * @param change makes it from what is known of it now
     * @return false if there is none
     * @throws IOException if the file system refuses
     */
    public boolean change(long id, UnaryOperator<Group> change) throws IOException {
        return cache.change(() -> {
            Group old = find(id);
            if (old != null) {
                put(id, change.apply(old));
            }
            return old != null;
        });
    }

    /**
     * Removes a group.
     *
     * @param id its number
     * @return whether there was one
     * @throws IOException if the file system refuses
     */
    public boolean delete(long id) throws IOException {
        return cache.change(() -> {
            boolean there = files.has(name(id));
            files.remove(name(id));
            return there;
        });
    }

    /**
     * Finds a group.
     *
     * @param id its number
     * @return the group, or null if there is none
     */
    public @Nullable Group find(long id) {
        return files.has(name(id)) ? all().get(id) : null;
    }

    /** Returns all groups by their numbers. */
    public Map<Long, Group> all() {
        Map<Long, Group> groups = new TreeMap<>();
        files.readAll((name, content) -> {
            Group group = parse(content);
            Long id = id(name);
            if (group == null || id == null) {
                return false;
            }
            groups.put(id, group);
            return true;
        });
        return groups;
    }

    /** The numbers of the groups whose entries stay. */
    Set<Long> permanent() {
        Map<Long, Group> groups = all();
        groups.values().removeIf(group -> (group.flags() & CacheGroup.CACHEGROUP_FLAG_NONPURGEABLE) == 0);
        return groups.keySet();
    }

    private static String name(long id) {
        return Long.toHexString(id);
    }

    private static @Nullable Long id(String name) {
        try {
            return Long.parseUnsignedLong(name, 16);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static @Nullable Group parse(byte[] content) {
        if (content.length < FIXED_PART || content.length % 2 != 0) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(content);
        int flags = in.getInt();
        int type = in.getInt();
        int quota = in.getInt();
        List<Integer> storage = List.of(in.getInt(), in.getInt(), in.getInt(), in.getInt());
        String name = new String(content, FIXED_PART, content.length - FIXED_PART, StandardCharsets.UTF_16BE);
        return new Group(flags, type, quota, name, storage);
    }
}
