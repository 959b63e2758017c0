package io.github.wininet4j.engine.http.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The computations of NTLMv2 ([MS-NLMP] section 3.3.2). */
final class NtlmCrypto {
    private static final String HMAC_MD5 = "HmacMD5";
    private static final String RC4 = "RC4";
    private static final int VERSION_AND_RESERVED = 8;

    private NtlmCrypto() {}

    /** NTOWFv2: the user's name in capitals, the domain as it is. */
    static byte[] passwordKey(String user, String domain, String password) {
        byte[] hash = Md4.digest(password.getBytes(StandardCharsets.UTF_16LE));
        return hmac(hash, (capitals(user) + domain).getBytes(StandardCharsets.UTF_16LE));
    }

    /** Letter by letter, as Windows does it: a sharp s has no capital, and does not become two (R-PROJ-AUTH-6). */
    private static String capitals(String user) {
        StringBuilder text = new StringBuilder(user);
        for (int i = 0; i < text.length(); i++) {
            text.setCharAt(i, Character.toUpperCase(text.charAt(i)));
        }
        return text.toString();
    }

    /** The client's part of the response ("temp"): time, client challenge and target information. */
    static byte[] clientPart(long fileTime, byte[] clientChallenge, byte[] targetInfo) {
        ByteBuffer out = ByteBuffer.allocate(28 + targetInfo.length + 4).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 1).put((byte) 1).position(VERSION_AND_RESERVED);
        out.putLong(fileTime).put(clientChallenge).putInt(0).put(targetInfo);
        return out.array();
    }

    static byte[] lmResponse(byte[] key, byte[] serverChallenge, byte[] clientChallenge) {
        return concat(hmac(key, serverChallenge, clientChallenge), clientChallenge);
    }

    static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC_MD5);
            mac.init(new SecretKeySpec(key, HMAC_MD5));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] rc4(byte[] key, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance(RC4);
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, RC4));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] concat(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
