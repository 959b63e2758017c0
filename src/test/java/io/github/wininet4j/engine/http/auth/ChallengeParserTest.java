package io.github.wininet4j.engine.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading WWW-Authenticate and Proxy-Authenticate. */
final class ChallengeParserTest {
    @ParameterizedTest
    @Rule("R-AUTH-1")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Basic realm=\"feas\" | Basic {realm=feas}",
                "Basic | Basic {}",
                "basic realm=feas | basic {realm=feas}",
                "NTLM | NTLM {}",
                "NTLM TlRMTVNTUAAC== | NTLM TlRMTVNTUAAC==",
                "Negotiate abc+/= | Negotiate abc+/=",
                "Negotiate, NTLM | Negotiate {} & NTLM {}",
                "Negotiate,NTLM,Basic realm=\"a, b\" | Negotiate {} & NTLM {} & Basic {realm=a, b}",
                "Newauth realm=\"apps\", type=1, title=\"Login to \\\"apps\\\"\", Basic realm=\"simple\""
                        + " | Newauth {realm=apps, title=Login to \"apps\", type=1} & Basic {realm=simple}",
                "Digest realm=\"a\", nonce=\"b==\", qop=\"auth,auth-int\", Basic realm=\"c\""
                        + " | Digest {nonce=b==, qop=auth,auth-int, realm=a} & Basic {realm=c}",
                "Digest realm=\"a\",nonce=b,Negotiate,Basic realm=x"
                        + " | Digest {nonce=b, realm=a} & Negotiate {} & Basic {realm=x}",
                "NTLM abc=, Basic realm=x | NTLM abc= & Basic {realm=x}",
                ", ,Basic realm=\"x\",, | Basic {realm=x}",
                "Basic realm = \"x\" | Basic {realm=x}",
                "Basic REALM=\"Case\" | Basic {realm=Case}",
                "Basic realm=\"one\", realm=\"two\" | Basic {realm=one}",
                "Basic realm=\"open | Basic {realm=open}",
                "Basic realm=\"\" | Basic {realm=}",
                // By the grammar this is a token, not an empty parameter.
                "Basic realm= | Basic realm=",
                "Basic realm=a b, x=y | Basic {realm=a b, x=y}",
                "realm=\"x\", Basic realm=y | Basic {realm=y}",
                "\"Basic\" realm=x, NTLM | NTLM {}",
                "@@@, NTLM | NTLM {}",
                "Basic @@, realm=y | Basic {realm=y}"
            })
    void parse_withOneLine_givesItsChallenges(String line, String expected) {
        List<String> found = new ArrayList<>();
        for (Challenge challenge : ChallengeParser.parse(List.of(line))) {
            String token = challenge.token();
            found.add(challenge.scheme() + " " + (token == null ? new TreeMap<>(challenge.parameters()) : token));
        }
        assertThat(String.join(" & ", found)).isEqualTo(expected);
    }

    @Test
    @Rule("R-AUTH-18")
    void parse_withSeveralLines_keepsTheirOrderAndTheRealmsCase() {
        List<Challenge> challenges = ChallengeParser.parse(List.of("NTLM", "Basic realm=\"FeAs\""));

        assertThat(challenges).extracting(Challenge::scheme).containsExactly("NTLM", "Basic");
        assertThat(challenges.get(1).realm()).isEqualTo("FeAs");
        assertThat(challenges.get(0).realm()).isEmpty();
    }

    @Test
    void parse_withRandomText_endsAndGivesFewChallenges() {
        Random random = new Random(3);
        String alphabet = "aB=,\"\\ \t;()é/+";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder line = new StringBuilder();
            for (int n = random.nextInt(40); n > 0; n--) {
                line.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(ChallengeParser.parse(List.of(line.toString()))).hasSizeLessThanOrEqualTo(32);
            ChallengeParser.parameters(line.toString());
        }
    }

    @Test
    void parameters_ofAuthenticationInfo_areRead() {
        assertThat(ChallengeParser.parameters("rspauth=\"abc\", cnonce=\"d\", nc=00000001, qop=auth"))
                .containsEntry("rspauth", "abc")
                .containsEntry("nc", "00000001")
                .containsEntry("qop", "auth");
    }
}
