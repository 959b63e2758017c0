package io.github.wininet4j.engine.http;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.option.FixedSizeCodec;
import io.github.wininet4j.engine.option.OptionCodec;
import io.github.wininet4j.type.ByteBlock;
import io.github.wininet4j.type.CERT_CHAIN_CONTEXT;
import io.github.wininet4j.type.CERT_CONTEXT;
import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.INTERNET_CACHE_TIMESTAMPS;
import io.github.wininet4j.type.INTERNET_CERTIFICATE_INFO;
import io.github.wininet4j.type.INTERNET_DIAGNOSTIC_SOCKET_INFO;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.OptionType;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The structures that options of requests move. */
final class RequestOptionCodecs {
    /** The times of a cache entry, as numbers of a FILETIME. */
    record CacheTimes(long expires, long lastModified) {}

    static final OptionCodec<SocketInfo> SOCKET_INFO =
            codec(OptionType.SOCKET_INFO, 24, RequestOptionCodecs::putSocketInfo, buffer -> null);

    static final OptionCodec<CacheTimes> CACHE_TIMES =
            codec(OptionType.CACHE_TIMESTAMPS, 16, RequestOptionCodecs::putCacheTimes, buffer -> null);

    static final OptionCodec<CertificateText> CERTIFICATE =
            codec(OptionType.CERTIFICATE_INFO, 64, RequestOptionCodecs::putCertificate, buffer -> null);

    static final OptionCodec<CERT_CONTEXT> CLIENT_CERTIFICATE =
            codec(OptionType.CERTIFICATE, 40, (buffer, value) -> false, RequestOptionCodecs::takeClientCertificate);

    static final OptionCodec<List<X509Certificate>> CHAIN =
            codec(OptionType.CERTIFICATE_CHAIN, Long.BYTES, RequestOptionCodecs::putChain, buffer -> null);

    private RequestOptionCodecs() {}

    private static <V> OptionCodec<V> codec(
            OptionType type, int size, FixedSizeCodec.Writer<V> writer, FixedSizeCodec.Reader<V> reader) {
        return new FixedSizeCodec<>(type, size, WinInetError.ERROR_INTERNET_BAD_OPTION_LENGTH, writer, reader);
    }

    private static boolean putSocketInfo(LPVOID buffer, SocketInfo value) {
        if (buffer instanceof INTERNET_DIAGNOSTIC_SOCKET_INFO info) {
            info.Socket = 0;
            info.SourcePort = value.sourcePort();
            info.DestPort = value.destinationPort();
            info.Flags = value.flags();
            return true;
        }
        return false;
    }

    private static boolean putCacheTimes(LPVOID buffer, CacheTimes value) {
        if (buffer instanceof INTERNET_CACHE_TIMESTAMPS times) {
            times.ftExpires = new FILETIME(value.expires());
            times.ftLastModified = new FILETIME(value.lastModified());
        } else if (buffer instanceof ByteBlock block) {
            block.buffer()
                    .putInt(0, (int) value.expires())
                    .putInt(4, (int) (value.expires() >>> 32))
                    .putInt(8, (int) value.lastModified())
                    .putInt(12, (int) (value.lastModified() >>> 32));
        } else {
            return false;
        }
        return true;
    }

    /** The names of protocol, signature and cipher stay empty (R-OPTN-32). */
    private static boolean putCertificate(LPVOID buffer, CertificateText value) {
        if (buffer instanceof INTERNET_CERTIFICATE_INFO info) {
            info.ftStart = FILETIME.of(value.start());
            info.ftExpiry = FILETIME.of(value.expiry());
            info.lpszSubjectInfo = value.subject();
            info.lpszIssuerInfo = value.issuer();
            info.lpszProtocolName = null;
            info.lpszSignatureAlgName = null;
            info.lpszEncryptionAlgName = null;
            info.dwKeySize = value.keyBits();
            return true;
        }
        return false;
    }

    /** The caller may use its structure for something else afterwards (R-OPTN-84). */
    private static @Nullable CERT_CONTEXT takeClientCertificate(LPVOID buffer) {
        if (buffer instanceof CERT_CONTEXT given) {
            CERT_CONTEXT copy = new CERT_CONTEXT();
            copy.certificates = List.copyOf(given.certificates);
            copy.privateKey = given.privateKey;
            return copy;
        }
        return null;
    }

    private static boolean putChain(LPVOID buffer, List<X509Certificate> value) {
        if (buffer instanceof CERT_CHAIN_CONTEXT chain) {
            chain.certificates = value;
            return true;
        }
        return false;
    }
}
