package io.github.wininet4j.engine.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Opens the contents of entries. An entry whose content is not what was stored is taken away. */
final class EntryContents {
    private final UrlCache cache;

    EntryContents(UrlCache cache) {
        this.cache = cache;
    }

    @Nullable
    FileChannel open(KnownEntry entry) throws IOException {
        CacheEntry.Body body = entry.entry().body();
        if (body == null) {
            return null;
        }
        FileChannel channel = null;
        boolean sound = false;
        try {
            channel = cache.bodies().open(body);
            sound = channel != null && (entry.isSound() || BodyFolder.isSound(channel, body));
        } catch (NoSuchFileException e) {
            // Replaced or taken away.
        } finally {
            if (!sound && channel != null) {
                channel.close();
            }
        }
        if (sound) {
            entry.setSound();
            return channel;
        }
        cache.known().forget(entry.name());
        deleteBroken(entry);
        return null;
    }

    /** Unless it was stored anew in the meantime. */
    private void deleteBroken(KnownEntry entry) throws IOException {
        cache.change(() -> {
            EntryFolder.Stored now = cache.entries().read(entry.name());
            if (now != null && now.entry().equals(entry.entry())) {
                cache.remove(entry.name(), now);
            }
            return true;
        });
    }
}
