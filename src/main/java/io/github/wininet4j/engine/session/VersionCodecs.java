package io.github.wininet4j.engine.session;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.option.FixedSizeCodec;
import io.github.wininet4j.engine.option.OptionCodec;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.HTTP_VERSION_INFO;
import io.github.wininet4j.type.INTERNET_VERSION_INFO;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.OptionType;
import org.jspecify.annotations.Nullable;

/** The two structures that hold a version. */
final class VersionCodecs {
    /** A version. */
    record Version(int major, int minor) {}

    private static final int SIZE = 8;

    static final OptionCodec<Version> LIBRARY =
            codec(OptionType.VERSION_INFO, VersionCodecs::putLibrary, buffer -> null);

    static final OptionCodec<Version> HTTP =
            codec(OptionType.HTTP_VERSION, VersionCodecs::putHttp, VersionCodecs::takeHttp);

    private VersionCodecs() {}

    private static OptionCodec<Version> codec(
            OptionType type, FixedSizeCodec.Writer<Version> writer, FixedSizeCodec.Reader<Version> reader) {
        return new FixedSizeCodec<>(type, SIZE, WinInetError.ERROR_INTERNET_BAD_OPTION_LENGTH, writer, reader);
    }

    private static boolean putLibrary(LPVOID buffer, Version value) {
        if (buffer instanceof INTERNET_VERSION_INFO info) {
            info.dwMajorVersion = value.major();
            info.dwMinorVersion = value.minor();
            return true;
        }
        return putRaw(buffer, value);
    }

    private static boolean putHttp(LPVOID buffer, Version value) {
        if (buffer instanceof HTTP_VERSION_INFO info) {
            info.dwMajorVersion = value.major();
            info.dwMinorVersion = value.minor();
            return true;
        }
        return putRaw(buffer, value);
    }

    private static boolean putRaw(LPVOID buffer, Version value) {
        if (buffer instanceof ByteBlock block) {
            block.buffer().putInt(0, value.major()).putInt(Integer.BYTES, value.minor());
            return true;
        }
        return false;
    }

    private static @Nullable Version takeHttp(LPVOID buffer) {
        if (buffer instanceof HTTP_VERSION_INFO info) {
            return new Version(info.dwMajorVersion, info.dwMinorVersion);
        }
        return buffer instanceof ByteBlock block
                ? new Version(block.buffer().getInt(0), block.buffer().getInt(Integer.BYTES))
                : null;
    }
}
