package io.github.wininet4j.engine.http.ntlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.testing.Rule;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published vectors of [MS-NLMP] section 4.2.4 and RFC 1320, byte for byte, and what goes beyond them. */
final class NtlmVectorsTest {
    /** The flags of section 4.2.1 that both sides agree on, with the target information that NTLMv2 needs. */
    private static final int VECTOR_FLAGS = 0xE28A8233;

    private static final byte[] VECTOR_VERSION = {5, 1, 0x28, 0x0A, 0, 0, 0, 15};
    private static final NtlmIdentity USER = new NtlmIdentity("Domain", "User", "Password", "COMPUTER");
    private static final byte[] SERVER_CHALLENGE = hex("0123456789abcdef");
    private static final byte[] CLIENT_CHALLENGE = hex("aaaaaaaaaaaaaaaa");
    private static final byte[] TARGET_INFO =
            hex("02000c0044006f006d00610069006e0001000c005300650072007600650072000000 0000");

    private static final byte[] CHALLENGE = hex("""
            4e544c4d53535000 02000000 0c000c0038000000 33828ae2 0123456789abcdef 0000000000000000
            2400240044000000 060070170000000f 530065007200760065007200
            02000c0044006f006d00610069006e00 01000c00530065007200760065007200 00000000""");

    private static final byte[] AUTHENTICATE = hex("""
            4e544c4d53535000 03000000 180018006c000000 5400540084000000 0c000c0048000000 0800080054000000
            100010005c000000 10001000d8000000 358288e2 0501280a0000000f
            44006f006d00610069006e00 5500730065007200 43004f004d0050005500540045005200
            86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa
            68cd0ab851e51c96aabc927bebef6a1c 01010000000000000000000000000000aaaaaaaaaaaaaaaa00000000
            02000c0044006f006d00610069006e00 01000c00530065007200760065007200 00000000 00000000
            c5dad2544fc9799094ce1ce90bc9d03e""");

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
    }

    /** The vectors' random numbers: the client challenge, then the session key. */
    private static byte[] vectorRandom(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) (size == 8 ? 0xAA : 0x55));
        return bytes;
    }

    private static NtlmClient vectorClient() {
        return new NtlmClient(
                VECTOR_FLAGS,
                VECTOR_VERSION,
                NtlmVectorsTest::vectorRandom,
                () -> Instant.parse("1601-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 31d6cfe0d16ae931b73c59d7e0c089c0",
        "a, bde52cb31de33e46245e05fbdbd6fb24",
        "abc, a448017aaf21d8525fc10ae87aa6729d",
        "message digest, d9130a8164549fe818874806e1c7014b",
        "abcdefghijklmnopqrstuvwxyz, d79e1c308aa5bbcdeea8ed63df412da9",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789, 043f8582f241db351ce627e153e7f0e4",
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890,"
                + " e33b4ddc9c38f2199c3e7b164fcc0536"
    })
    void md4_withTheSuiteOfItsRfc_givesTheDigests(String text, String expected) {
        assertThat(HexFormat.of().formatHex(Md4.digest(text.getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(expected);
    }

    @Test
    void keys_withThePublishedUser_areThePublishedOnes() {
        byte[] key = NtlmCrypto.passwordKey("User", "Domain", "Password");
        byte[] clientPart = NtlmCrypto.clientPart(0, CLIENT_CHALLENGE, TARGET_INFO);
        byte[] proof = NtlmCrypto.hmac(key, SERVER_CHALLENGE, clientPart);

        assertThat(key).isEqualTo(hex("0c868a403bfd7a93a3001ef22ef02e3f"));
        assertThat(proof).isEqualTo(hex("68cd0ab851e51c96aabc927bebef6a1c"));
        assertThat(NtlmCrypto.lmResponse(key, SERVER_CHALLENGE, CLIENT_CHALLENGE))
                .isEqualTo(hex("86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa"));
        byte[] sessionKey = NtlmCrypto.hmac(key, proof);
        assertThat(sessionKey).isEqualTo(hex("8de40ccadbc14a82f15cb0ad0de95ca3"));
        assertThat(NtlmCrypto.rc4(sessionKey, vectorRandom(16))).isEqualTo(hex("c5dad2544fc9799094ce1ce90bc9d03e"));
    }

    @Test
    void answer_toThePublishedChallenge_isThePublishedMessage() throws Exception {
        NtlmClient client = vectorClient();
        client.first();

        assertThat(client.answer(CHALLENGE, USER, null, null)).isEqualTo(AUTHENTICATE);
        assertThat(client.exportedKey()).isEqualTo(vectorRandom(16));
    }

    @Test
    @Rule("R-AUTH-19")
    void first_isTheMessageOfInternetExplorer() {
        assertThat(new NtlmClient(Instant::now).first())
                .isEqualTo(
                        hex("4e544c4d53535000 01000000 078208a2 0000000000000000 0000000000000000 0601b11d0000000f"));
    }

    @Test
    void answer_whenTheServerTellsItsTime_hasItsTimeAndAMicOverAllMessages() throws Exception {
        byte[] time = hex("00112233445566d1");
        TargetInfo info = TargetInfo.parse(TARGET_INFO).with(TargetInfo.TIMESTAMP, time);
        byte[] challenge = challenge(0xE28A8233, info.toBytes());
        NtlmClient client = new NtlmClient(Instant::now);
        byte[] first = client.first();

        byte[] answer = client.answer(challenge, USER, "HTTP/server", null);

        ByteBuffer read = ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(field(read, 12)).as("LM response").containsOnly(0).hasSize(24);
        byte[] response = field(read, 20);
        assertThat(Arrays.copyOfRange(response, 24, 32)).as("time").isEqualTo(time);
        TargetInfo sent = TargetInfo.parse(Arrays.copyOfRange(response, 44, response.length));
        assertThat(sent.get(TargetInfo.FLAGS)).isEqualTo(hex("02000000"));
        assertThat(sent.get(TargetInfo.TARGET_NAME)).isEqualTo("HTTP/server".getBytes(StandardCharsets.UTF_16LE));
        assertThat(sent.get(TargetInfo.CHANNEL_BINDINGS)).containsOnly(0).hasSize(16);
        byte[] mic = Arrays.copyOfRange(answer, 72, 88);
        byte[] without = answer.clone();
        Arrays.fill(without, 72, 88, (byte) 0);
        assertThat(mic).isEqualTo(NtlmCrypto.hmac(client.exportedKey(), first, challenge, without));
        // No key exchange: the session key itself signs.
        byte[] key = NtlmCrypto.passwordKey("User", "Domain", "Password");
        assertThat(client.exportedKey()).isEqualTo(NtlmCrypto.hmac(key, Arrays.copyOf(response, 16)));
    }

    private static byte[] challenge(int flags, byte[] info) {
        ByteBuffer out = ByteBuffer.allocate(56 + info.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put("NTLMSSP\0".getBytes(StandardCharsets.US_ASCII)).putInt(2).putLong(0);
        out.putInt(flags).put(SERVER_CHALLENGE).putLong(0);
        out.putShort((short) info.length)
                .putShort((short) info.length)
                .putInt(56)
                .putLong(0);
        return out.put(info).array();
    }

    private static byte[] field(ByteBuffer message, int at) {
        byte[] value = new byte[message.getShort(at)];
        message.get(message.getInt(at + 4), value);
        return value;
    }

    @Test
    void answer_toAChallengeWithoutTargetInformation_isStillVersion2() throws Exception {
        NtlmClient client = new NtlmClient(Instant::now);
        client.first();

        byte[] answer = client.answer(challenge(0x00088207, new byte[0]), USER, null, null);

        assertThat(field(ByteBuffer.wrap(answer).order(ByteOrder.LITTLE_ENDIAN), 20).length)
                .as("NTLMv1 has 24 bytes")
                .isGreaterThan(24);
    }

    @Test
    void answer_toDamagedChallenges_failsWithNothingButItsException() {
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = Arrays.copyOf(CHALLENGE, random.nextInt(CHALLENGE.length + 8));
            for (int n = random.nextInt(4); n > 0 && damaged.length > 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            NtlmClient client = vectorClient();
            client.first();
            try {
                client.answer(damaged, USER, "HTTP/x", null);
            } catch (NtlmException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void answer_toAServerWithoutUnicode_isRefused() {
        NtlmClient client = new NtlmClient(Instant::now);
        client.first();

        assertThatThrownBy(() -> client.answer(challenge(0x00088202, new byte[0]), USER, null, null))
                .isInstanceOf(NtlmException.class);
    }

    @ParameterizedTest
    @Rule("R-PROJ-AUTH-6")
    @CsvSource({
        "j\u00e4ger, J\u00c4GER",
        "stra\u00dfe, STRA\u00dfE",
        "\u0434\u0430\u0448\u0430, \u0414\u0410\u0428\u0410",
        "\u0131i, II",
        "\ud801\udc28, \ud801\udc28"
    })
    void passwordKey_ofANameBeyondAscii_hasItsLettersInCapitalsOneByOne(String user, String capitals) {
        byte[] hash = Md4.digest("Passw\u00f6rt".getBytes(StandardCharsets.UTF_16LE));
        byte[] expected = NtlmCrypto.hmac(hash, (capitals + "D\u00f6m").getBytes(StandardCharsets.UTF_16LE));

        assertThat(NtlmCrypto.passwordKey(user, "D\u00f6m", "Passw\u00f6rt")).isEqualTo(expected);
    }

    @Test
    void answer_ofAUserBeyondAscii_hasTheNamesAsTheyWereGiven() throws Exception {
        NtlmClient client = new NtlmClient(Instant::now);
        client.first();
        NtlmIdentity user = NtlmIdentity.of("D\u00f6m\\j\u00e4ger\u0436", "Passw\u00f6rt");

        ByteBuffer read =
                ByteBuffer.wrap(client.answer(CHALLENGE, user, "HTTP/x", null)).order(ByteOrder.LITTLE_ENDIAN);

        assertThat(field(read, 28)).isEqualTo("D\u00f6m".getBytes(StandardCharsets.UTF_16LE));
        assertThat(field(read, 36)).isEqualTo("j\u00e4ger\u0436".getBytes(StandardCharsets.UTF_16LE));
    }

    @ParameterizedTest
    @CsvSource({"bob, '', bob", "DOM\\bob, DOM, bob", "bob@dom.test, '', bob@dom.test", "\\bob, '', bob"})
    void identity_ofAName_hasItsDomain(String name, String domain, String user) {
        NtlmIdentity identity = NtlmIdentity.of(name, "geheim");

        assertThat(identity.domain()).isEqualTo(domain);
        assertThat(identity.user()).isEqualTo(user);
        assertThat(identity.toString()).doesNotContain("geheim");
    }
}
