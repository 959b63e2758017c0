package io.github.wininet4j.engine.http.ntlm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The client's side of one logon ([MS-NLMP] section 3.1.5): the first message, then the answer to the server's
 * challenge. NTLMv2 only, with target information and, where the server tells its time, a message integrity code.
 */
public final class NtlmClient {
    private static final byte[] SIGNATURE = "NTLMSSP\0".getBytes(StandardCharsets.US_ASCII);

    /** Version 6.1.7601, revision 15, as Internet Explorer on Windows 7 says (R-AUTH-19). */
    private static final byte[] WINDOWS_7 = {6, 1, (byte) 0xB1, 0x1D, 0, 0, 0, 15};

    private static final int FIRST_MESSAGE_SIZE = 40;
    private static final int CHALLENGE_SIZE = 8;
    private static final int KEY_SIZE = 16;
    private static final int MIC_SIZE = 16;
    private static final int HEADER_SIZE = 64;
    /** FILETIME counts 100 ns from 1601. */
    private static final long EPOCH_DIFFERENCE = 116_444_736_000_000_000L;

    private static final long STEPS_PER_MILLI = 10_000;

    private final int wantedFlags;
    private final byte[] version;
    private final IntFunction<byte[]> random;
    private final InstantSource clock;
    private byte[] firstMessage = {};
    private byte[] exportedKey = {};

    /**
     * Creates a client that introduces itself like Internet Explorer.
     *
     * @param clock tells the time to a server that does not tell its own
     */
    public NtlmClient(InstantSource clock) {
        this(NtlmFlags.OF_INTERNET_EXPLORER, WINDOWS_7, NtlmClient::randomBytes, clock);
    }

    NtlmClient(int wantedFlags, byte[] version, IntFunction<byte[]> random, InstantSource clock) {
        this.wantedFlags = wantedFlags;
        this.version = version;
        this.random = random;
        this.clock = clock;
    }

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /**
     * Tells an NTLM message from one of SPNEGO, as both come under "Negotiate".
     *
     * @param token the decoded token
     * @return true if it is NTLM
     */
    public static boolean isNtlm(byte[] token) {
        return ChallengeMessage.isNtlm(token);
    }

    /**
     * Makes the NEGOTIATE_MESSAGE: 40 bytes without domain and workstation (R-AUTH-19).
     *
     * @return the message
     */
    public byte[] first() {
        ByteBuffer out = ByteBuffer.allocate(FIRST_MESSAGE_SIZE).order(ByteOrder.LITTLE_ENDIAN);
        out.put(SIGNATURE).putInt(1).putInt(wantedFlags);
        // Two empty fields, then the version.
        out.position(FIRST_MESSAGE_SIZE - version.length);
        out.put(version);
        firstMessage = out.array();
        return firstMessage.clone();
    }

    /**
     * Makes the AUTHENTICATE_MESSAGE.
     *
     * @param challenge the server's message
     * @param identity who logs on
     * @param servicePrincipal name of the service for the target information, such as {@code HTTP/host}, or null
     * @param channelBinding the TLS channel binding structure, or null without TLS
     * @return the message
     * @throws NtlmException if the challenge is malformed
     */
    public byte[] answer(
            byte[] challenge,
            NtlmIdentity identity,
            @Nullable String servicePrincipal,
            byte @Nullable [] channelBinding)
            throws NtlmException {
        ChallengeMessage message = ChallengeMessage.parse(challenge);
        if ((message.flags() & NtlmFlags.UNICODE) == 0) {
            throw new NtlmException("the server does not take Unicode");
        }
        byte[] serverTime = message.targetInfo().get(TargetInfo.TIMESTAMP);
        boolean withMic = serverTime != null && serverTime.length == Long.BYTES;
        TargetInfo info =
                withMic ? enriched(message.targetInfo(), servicePrincipal, channelBinding) : message.targetInfo();
        byte[] clientChallenge = random.apply(CHALLENGE_SIZE);
        byte[] key = NtlmCrypto.passwordKey(identity.user(), identity.domain(), identity.password());
        byte[] clientPart = NtlmCrypto.clientPart(time(serverTime, withMic), clientChallenge, info.toBytes());
        byte[] proof = NtlmCrypto.hmac(key, message.serverChallenge(), clientPart);
        byte[] sessionKey = NtlmCrypto.hmac(key, proof);
        byte[] lm = withMic
                ? new byte[KEY_SIZE + CHALLENGE_SIZE]
                : NtlmCrypto.lmResponse(key, message.serverChallenge(), clientChallenge);
        int flags = agreed(message.flags());
        byte[] encryptedKey = exchangeKey(sessionKey, flags);
        byte[] answer = write(flags, identity, lm, NtlmCrypto.concat(proof, clientPart), encryptedKey, withMic);
        if (withMic) {
            byte[] mic = NtlmCrypto.hmac(exportedKey, firstMessage, challenge, answer);
            System.arraycopy(mic, 0, answer, HEADER_SIZE + version.length, MIC_SIZE);
        }
        return answer;
    }

    /** A server that tells its time gets it back, so that clocks need not agree. */
    private long time(byte @Nullable [] serverTime, boolean usable) {
        if (usable && serverTime != null) {
            return ByteBuffer.wrap(serverTime).order(ByteOrder.LITTLE_ENDIAN).getLong();
        }
        return clock.millis() * STEPS_PER_MILLI + EPOCH_DIFFERENCE;
    }

    private static TargetInfo enriched(
            TargetInfo info, @Nullable String servicePrincipal, byte @Nullable [] channelBinding) {
        TargetInfo enriched = info.withMicFlag().with(TargetInfo.CHANNEL_BINDINGS, channelBindingHash(channelBinding));
        return servicePrincipal == null
                ? enriched
                : enriched.with(TargetInfo.TARGET_NAME, servicePrincipal.getBytes(StandardCharsets.UTF_16LE));
    }

    private static byte[] channelBindingHash(byte @Nullable [] structure) {
        if (structure == null) {
            return new byte[KEY_SIZE];
        }
        try {
            return MessageDigest.getInstance("MD5").digest(structure);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What both want, in Unicode, whatever kind of target the server said it is. */
    private int agreed(int offered) {
        int both = wantedFlags & offered & ~(NtlmFlags.OEM | NtlmFlags.TARGET_TYPES);
        return both | NtlmFlags.REQUEST_TARGET | (offered & NtlmFlags.TARGET_INFO);
    }

    private byte[] exchangeKey(byte[] sessionKey, int flags) {
        if ((flags & NtlmFlags.KEY_EXCHANGE) == 0) {
            exportedKey = sessionKey;
            return new byte[0];
        }
        exportedKey = random.apply(KEY_SIZE);
        return NtlmCrypto.rc4(sessionKey, exportedKey);
    }

    private byte[] write(int flags, NtlmIdentity identity, byte[] lm, byte[] nt, byte[] encryptedKey, boolean withMic) {
        byte[] domain = identity.domain().getBytes(StandardCharsets.UTF_16LE);
        byte[] user = identity.user().getBytes(StandardCharsets.UTF_16LE);
        byte[] workstation = identity.workstation().getBytes(StandardCharsets.UTF_16LE);
        int start = HEADER_SIZE + version.length + (withMic ? MIC_SIZE : 0);
        int names = domain.length + user.length + workstation.length;
        ByteBuffer out = ByteBuffer.allocate(start + names + lm.length + nt.length + encryptedKey.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        out.put(SIGNATURE).putInt(3);
        int responses = start + names;
        putField(out, lm, responses);
        putField(out, nt, responses + lm.length);
        putField(out, domain, start);
        putField(out, user, start + domain.length);
        putField(out, workstation, start + domain.length + user.length);
        putField(out, encryptedKey, responses + lm.length + nt.length);
        out.putInt(flags).put(version);
        return out.array();
    }

    private static void putField(ByteBuffer out, byte[] value, int offset) {
        out.putShort((short) value.length).putShort((short) value.length).putInt(offset);
        out.put(offset, value);
    }

    /** The key that signs messages, for tests. */
    byte[] exportedKey() {
        return exportedKey.clone();
    }
}
