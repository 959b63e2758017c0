package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.BackEndUnderTest;
import io.github.wininet4j.testing.ContractTest;
import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.peers.ApacheServer;
import io.github.wininet4j.testing.peers.AuthClient;
import io.github.wininet4j.testing.peers.AuthClient.Login;
import io.github.wininet4j.testing.peers.KerberosRealm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users whose names and passwords have letters beyond ASCII, at a real server. */
@ContractTest
final class ForeignNameContractTest {
    private final BackEndUnderTest backEnd;

    ForeignNameContractTest(BackEndUnderTest backEnd) {
        this.backEnd = backEnd;
    }

    @ParameterizedTest
    @Rule({"R-AUTH-2", "R-AUTH-4", "R-PROJ-AUTH-1", "R-PROJ-AUTH-6"})
    @CsvSource({"basic, ''", "digest, ''", "ntlm, DOM", "negotiate, DOM", "negotiate, FEAS.TEST"})
    void requests_ofAUserBeyondAscii_areLetInWithTheRightPasswordOnly(String scheme, String domain) {
        ApacheServer apache = backEnd.closeAfterTest(ApacheServer.start(KerberosRealm.shared()));
        String name = domain.equals("DOM") ? "DOM\\" + ApacheServer.FOREIGN_USER : ApacheServer.FOREIGN_USER;
        Login right = domain.equals("FEAS.TEST")
                ? new Login(KerberosRealm.FOREIGN_USER, KerberosRealm.FOREIGN_PASSWORD)
                : new Login(name, ApacheServer.FOREIGN_PASSWORD);
        Login wrong = new Login(right.user(), "Wr0ng-gr\u00f6\u00dfe");
        for (Login login : new Login[] {right, wrong}) {
            AuthClient client =
                    new AuthClient(backEnd.open(), backEnd.statusLog(), null, "localhost", apache.port(), false);

            assertThat(client.request("/" + scheme + "/page", AuthClient.Way.GET, login, null))
                    .isEqualTo(login == right ? 200 : 401);
        }
    }
}
