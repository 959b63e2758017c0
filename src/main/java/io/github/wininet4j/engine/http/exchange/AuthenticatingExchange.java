package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.auth.AuthRequest;
import io.github.wininet4j.engine.http.auth.Challenge;
import io.github.wininet4j.engine.http.auth.ChallengeParser;
import io.github.wininet4j.engine.http.auth.Logon;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.head.HeaderTokens;
import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.http.stream.HttpStream;
import io.github.wininet4j.engine.http.stream.RequestBody;
import io.github.wininet4j.engine.net.Connection;
import io.github.wininet4j.engine.option.DwordSetting;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Logs on to servers and proxies (R-AUTH): answers 401 and 407 with another leg, for as long as there is something to
 * say. The last response is the caller's, be it a refusal (R-AUTH-3).
 */
final class AuthenticatingExchange implements HttpExchange {
    private static final int UNAUTHORIZED = 401;
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
    private static final String AUTHORIZATION = "Authorization";
    private static final int MAX_LEGS = 20;

    private final Request request;
    private final Opener below;
    /** Null as long as there is nothing to say to the server. */
    private @Nullable Logon server;

    private @Nullable HttpExchange leg;
    private @Nullable HttpStream held;
    private boolean callerWrote;

    AuthenticatingExchange(Request request, Opener below) {
        this.request = request;
        this.below = below;
    }

    /** Whether the request logs on by itself (R-AUTH-5). */
    static boolean applies(Request request) {
        return !request.context().has(InternetFlag.INTERNET_FLAG_NO_AUTH);
    }

    private boolean authenticatesServer() {
        return request.context().settings().get(DwordSetting.SUPPRESS_SERVER_AUTH) == 0;
    }

    @Override
    public boolean isReady() {
        return false;
    }

    @Override
    public void send() throws IOException {
        // The caller's body goes out once, so the handshake has to be over before.
        for (int legs = 0; legs < MAX_LEGS && isStreamed() && logons().opensHandshake(); legs++) {
            shakeHands();
        }
        sendLeg(true);
    }

    private Logons logons() {
        return request.context().logons();
    }

    private boolean isStreamed() {
        return request.body().streamed();
    }

    /** Carries the first message of a scheme that logs on a connection, without the body. */
    private void shakeHands() throws IOException {
        sendLeg(false);
        Response response = requireLeg().receive();
        ResponseFields head = response.transcript().response();
        if (head == null || !takeChallenge(response, head) || held == null) {
            requireLeg().finish();
        }
    }

    private HttpExchange requireLeg() {
        HttpExchange current = leg;
        if (current == null) {
            throw new IllegalStateException("nothing was sent");
        }
        return current;
    }

    private void sendLeg(boolean withBody) throws IOException {
        boolean sendsBody = withBody && !logons().opensHandshake();
        Logon logon = server == null ? logons().begun(request.url()) : server;
        server = logon;
        String value = logon != null && authenticatesServer() ? logon.header(described()) : null;
        boolean changed = value != null || !sendsBody;
        HeaderList headers = changed ? request.headers().copy() : request.headers();
        if (value != null) {
            // Credentials that worked before take precedence over the caller's own header (R-AUTH-8).
            headers.set(AUTHORIZATION, value);
        }
        if (!sendsBody) {
            headers.removeAll("Transfer-Encoding");
            if (headers.contains("Content-Length")) {
                headers.set("Content-Length", "0");
            }
        }
        RequestBody body = sendsBody ? request.body() : RequestBody.NONE;
        boolean holds = needsConnection();
        boolean asItIs = !changed && leg == null && holds == request.holdsConnection();
        HttpExchange opened = below.open(asItIs ? request : request.leg(headers, body, previous(), holds));
        leg = opened;
        opened.send();
    }

    /** The stream to go on from: that of the leg before, or what this exchange was opened with. */
    private @Nullable HttpStream previous() {
        return leg == null ? request.previous() : held;
    }

    private boolean needsConnection() {
        Logon proxy = logons().forwarder();
        return request.holdsConnection()
                || (server != null && server.isConnectionBound())
                || (proxy != null && proxy.isConnectionBound());
    }

    private AuthRequest described() {
        ByteBuffer data = isStreamed() ? null : request.body().data();
        return new AuthRequest(
                request.verb(), request.url().target(), request.url().host(), data);
    }

    @Override
    public void write(ByteBuffer data) throws IOException {
        callerWrote |= data.hasRemaining();
        requireLeg().write(data);
    }

    @Override
    public @Nullable Connection awaitResponse() {
        return requireLeg().awaitResponse();
    }

    @Override
    public Response receive() throws IOException {
        for (int legs = 1; ; legs++) {
            Response response = requireLeg().receive();
            ResponseFields head = response.transcript().response();
            if (head == null || legs > MAX_LEGS || !takeChallenge(response, head)) {
                return released(response);
            }
            if (isStreamed() && (request.body().total() > 0 || callerWrote)) {
                // What the caller wrote is gone; it has to write it again (R-AUTH-15).
                requireLeg().finish();
                held = null;
                throw new WinInetFailure(WinInetError.ERROR_INTERNET_FORCE_RETRY);
            }
            if (held == null) {
                // The body of the refusal is read, so that the same connection serves the next leg (R-AUTH-14).
                requireLeg().finish();
            }
            sendLeg(true);
        }
    }

    /** The connection of the last leg is given back when its body has been read. */
    private Response released(Response response) throws IOException {
        HttpStream stream = response.transcript().stream();
        if (stream != null && !request.holdsConnection()) {
            stream.releaseWhenRead();
        }
        return response;
    }

    /** Looks at a response; true if another leg answers it. */
    private boolean takeChallenge(Response response, ResponseFields head) throws IOException {
        Logon proxy = logons().forwarder();
        boolean more;
        if (head.status() == PROXY_AUTHENTICATION_REQUIRED) {
            // The answer to CONNECT was negotiated by the tunnel already.
            more = proxy != null && proxy.challenged(challenges(head, "Proxy-Authenticate"), forProxy());
        } else {
            if (proxy != null) {
                proxy.accepted(List.of(), head.first("Proxy-Authentication-Info"), "");
            }
            more = authenticatesServer() && takeServerChallenge(response, head, proxy != null);
        }
        boolean needed = more && needsConnection();
        held = needed ? response.transcript().stream() : null;
        return more;
    }

    private boolean takeServerChallenge(Response response, ResponseFields head, boolean forwarded) throws IOException {
        if (head.status() != UNAUTHORIZED) {
            Logon spoke = server;
            if (spoke != null) {
                spoke.accepted(
                        challenges(head, "WWW-Authenticate"),
                        head.first("Authentication-Info"),
                        request.url().target());
            }
            return false;
        }
        List<Challenge> challenges = challenges(head, "WWW-Authenticate");
        if (forwarded && !sharesConnections(head)) {
            // The proxy may serve others on that connection (R-AUTH-21).
            challenges.removeIf(challenge -> challenge.isFor("NTLM") || challenge.isFor("Negotiate"));
        }
        Logon logon = logons().server(request.url());
        server = logon;
        if (logon.isLoggedOff(challenges)) {
            int mask = request.context().settings().get(DwordSetting.ERROR_MASK);
            if ((mask & OptionValue.INTERNET_ERROR_MASK_LOGIN_FAILURE_DISPLAY_ENTITY_BODY) != 0) {
                throw new LoggedOffException(released(response));
            }
            requireLeg().finish();
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_LOGIN_FAILURE);
        }
        return logon.challenged(challenges, described());
    }

    private static boolean sharesConnections(ResponseFields head) {
        return HeaderTokens.contains(head, "Proxy-Support", "Session-Based-Authentication");
    }

    private AuthRequest forProxy() {
        return NetworkExchange.describeToProxy(request);
    }

    private static List<Challenge> challenges(ResponseFields head, String name) {
        return ChallengeParser.parse(head.all(name));
    }

    @Override
    public void finish() {
        if (leg != null) {
            leg.finish();
        }
    }

    @Override
    public void abandon() {
        if (leg != null) {
            leg.abandon();
        }
    }
}
