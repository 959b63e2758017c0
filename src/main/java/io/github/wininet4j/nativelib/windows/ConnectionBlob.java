package io.github.wininet4j.nativelib.windows;

import io.github.wininet4j.host.ProxySettings;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The value that keeps all settings of one connection, such as {@code DefaultConnectionSettings}: numbers of four
 * bytes, least first, and texts behind their lengths. It is not documented; a value that is none says nothing.
 *
 * @param version the first number, which differs between versions of Windows
 * @param changes how often it was written
 * @param settings what it says
 */
record ConnectionBlob(int version, int changes, ProxySettings settings) {
    private static final int VERSION = 0x46;
    private static final int MAX_TEXT = 1 << 16;
    /** Discovery flags, the time and the place of the last detection, and room. */
    private static final int TAIL = 32;

    /** Reads a value; null if it is no such one. */
    static @Nullable ConnectionBlob parse(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length < 12) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int version = in.getInt();
        int changes = in.getInt();
        int flags = in.getInt();
        String servers = text(in);
        String bypass = servers == null ? null : text(in);
        String script = bypass == null ? null : text(in);
        if (servers == null || bypass == null || script == null) {
            return null;
        }
        int discovery = in.remaining() >= Integer.BYTES ? in.getInt() : 0;
        ProxySettings settings = ProxySettings.DIRECT
                .withFlags(flags)
                .withServers(orNull(servers))
                .withBypass(orNull(bypass))
                .withAutoConfig(orNull(script), null, 0)
                .withDetection(discovery, 0, null);
        return new ConnectionBlob(version, changes, settings);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String text(ByteBuffer in) {
        if (in.remaining() < Integer.BYTES) {
            return null;
        }
        int length = in.getInt();
        if (length < 0 || length > MAX_TEXT || length > in.remaining()) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Returns the value that follows the one before, if there was one. */
    static byte[] write(@Nullable ConnectionBlob before, ProxySettings settings) {
        byte[] servers = bytes(settings.servers());
        byte[] bypass = bytes(settings.bypass());
        byte[] script = bytes(settings.autoConfigUrl());
        int size = 6 * Integer.BYTES + servers.length + bypass.length + script.length + TAIL;
        ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(before == null ? VERSION : before.version());
        out.putInt(before == null ? 1 : before.changes() + 1);
        out.putInt(settings.effectiveFlags());
        for (byte[] each : new byte[][] {servers, bypass, script}) {
            out.putInt(each.length).put(each);
        }
        out.putInt(settings.discoveryFlags());
        return out.array();
    }

    private static byte[] bytes(@Nullable String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
