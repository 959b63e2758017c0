package io.github.wininet4j.engine.http.cache;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.engine.http.auth.UserPassword;
import io.github.wininet4j.engine.http.exchange.Request;
import io.github.wininet4j.engine.http.exchange.Transcript;
import io.github.wininet4j.engine.http.head.HeaderFields;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.type.CERT_CONTEXT;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * With whose credentials a request asks. What a server said to one user is no answer for another (R-PROJ-CACHE-6). The
 * mark is keyed with a number of this process, so that no password can be guessed from what lies on the disk.
 */
final class Asker {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private Asker() {}

    /** The key is made when it is needed first. */
    private static final class Key {
        static final SecretKeySpec OF_PROCESS = create();

        private static SecretKeySpec create() {
            byte[] bytes = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(bytes);
            return new SecretKeySpec(bytes, ALGORITHM);
        }
    }

    /** A mark of the credentials that a request has; empty for nobody's. */
    static String of(Request request) {
        UserPassword user = logsOn(request) ? request.context().logons().expected(request.url()) : null;
        HeaderFields headers = request.headers();
        CERT_CONTEXT shown = request.url().secure() ? request.context().clientCertificate() : null;
        boolean certified = shown != null && !shown.certificates.isEmpty();
        if (user == null && !certified && !headers.contains("Authorization")) {
            return "";
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(Key.OF_PROCESS);
            add(mac, user == null ? null : user.user());
            add(mac, user == null ? null : user.password());
            add(mac, Variants.value(headers, "Authorization"));
            for (X509Certificate each : shown == null ? List.<X509Certificate>of() : shown.certificates) {
                mac.update(each.getEncoded());
            }
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean logsOn(Request request) {
        return !request.context().has(InternetFlag.INTERNET_FLAG_NO_AUTH)
                && request.context().settings().get(DwordSetting.SUPPRESS_SERVER_AUTH) == 0;
    }

    private static void add(Mac mac, @Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        mac.update((text == null ? "-" : bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        mac.update(bytes);
    }

    /** Whom a response is for: empty for everybody, null for somebody who is not known beforehand. */
    static @Nullable String of(Request request, Transcript answered) {
        // Only now are the credentials known that the server accepted.
        String asker = of(request);
        return asker.isEmpty() && answered.headers().contains("Authorization") ? null : asker;
    }
}
