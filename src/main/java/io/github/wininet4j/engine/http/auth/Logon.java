package io.github.wininet4j.engine.http.auth;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one request logs on to one server or proxy: which credentials it has tried, and what it says next. It outlives a
 * sending that ended with {@code ERROR_INTERNET_FORCE_RETRY}. Belongs to the operation that runs on the request.
 */
public final class Logon {
    /** How the first NTLM message begins, in Base64. */
    private static final String FIRST_OF_NTLM = " TlRMTVNTUAAB";

    private final AuthTarget target;
    private final Authentication authentication;
    private final @Nullable UserPassword given;
    private final Set<UserPassword> tried = new HashSet<>();
    private @Nullable AuthContext context;
    private @Nullable UserPassword credentials;
    private String realm = "";
    private String scheme = "";
    private @Nullable String answer;
    private boolean accepted;
    private boolean triedUser;

    /**
     * Creates a logon that has tried nothing.
     *
     * @param target whom to log on to
     * @param authentication what the engine knows
     * @param given the credentials that the request was given for this target, or null
     */
    public Logon(AuthTarget target, Authentication authentication, @Nullable UserPassword given) {
        this.target = target;
        this.authentication = authentication;
        this.given = given;
    }

    /** Returns whom it logs on to. */
    public AuthTarget target() {
        return target;
    }

    /** Whether an answer to a challenge waits to be sent. */
    public boolean hasAnswer() {
        return answer != null;
    }

    /** Whether what waits is the first of several messages, whose request is not served yet. */
    public boolean opensHandshake() {
        String waiting = answer;
        return waiting != null && waiting.contains(FIRST_OF_NTLM);
    }

    /** Whether the connection of the last leg is needed for the next one. */
    public boolean isConnectionBound() {
        AuthContext current = context;
        return current != null && current.isConnectionBound();
    }

    /**
     * Returns what the next leg says: the answer to a challenge, or what worked before (R-AUTH-7).
     *
     * @param request the leg
     * @return the value of the header, or null to say nothing
     * @throws IOException if the logon fails
     */
    public @Nullable String header(AuthRequest request) throws IOException {
        String waiting = answer;
        if (waiting != null) {
            answer = null;
            return waiting;
        }
        AuthContext current = context;
        if (current == null) {
            current = preempted(request);
            context = current;
        }
        return current == null || current.isConnectionBound() ? null : current.respond(null, request);
    }

    private @Nullable AuthContext preempted(AuthRequest request) {
        UserPassword known = authentication.cache().credentialsFor(target, request.target());
        boolean usable = known != null && !tried.contains(known) && (given == null || given.equals(known));
        if (!usable) {
            return null;
        }
        credentials = known;
        return authentication.cache().preempt(target, request.target());
    }

    /**
     * Takes the challenges of a response.
     *
     * @param challenges the challenges
     * @param request the leg that they answer
     * @return true if there is something to say to them
     */
    public boolean challenged(List<Challenge> challenges, AuthRequest request) {
        accepted = false;
        AuthContext current = context;
        if (current != null) {
            if (goOn(current, challenges, request)) {
                return true;
            }
            refused(challenges);
        }
        for (Challenge challenge : challenges) {
            if (authentication.schemes().choose(List.of(challenge)) != null && begin(challenge, request)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Looks for the word of a server that the user is logged off, and forgets the credentials of its realm (R-AUTH-16).
     *
     * @param challenges the challenges of a response
     * @return true if one says so
     */
    public boolean isLoggedOff(List<Challenge> challenges) {
        boolean off = false;
        for (Challenge challenge : challenges) {
            if (challenge.isFor(DigestContext.NAME) && challenge.parameter("ms-logoff") != null) {
                authentication.cache().forget(target, challenge.realm());
                off = true;
            }
        }
        if (off) {
            end();
        }
        return off;
    }

    private boolean goOn(AuthContext current, List<Challenge> challenges, AuthRequest request) {
        for (Challenge challenge : challenges) {
            // What spoke first does not know under which scheme.
            if ((scheme.isEmpty() || challenge.isFor(scheme)) && answer(current, challenge, request)) {
                realm = challenge.realm();
                return true;
            }
        }
        return false;
    }

    private boolean answer(AuthContext current, Challenge challenge, AuthRequest request) {
        try {
            answer = current.respond(challenge, request);
        } catch (IOException e) {
            // A challenge that cannot be understood is left to the caller, as a refusal is.
            answer = null;
        }
        return answer != null;
    }

    private void refused(List<Challenge> challenges) {
        UserPassword used = credentials;
        if (used != null) {
            tried.add(used);
            for (Challenge challenge : challenges) {
                authentication.cache().forget(target, challenge.realm(), used);
            }
        }
        end();
    }

    private boolean begin(Challenge challenge, AuthRequest request) {
        UserPassword known = given != null ? given : authentication.cache().find(target, challenge.realm());
        boolean asUser = known == null && !triedUser && authentication.schemes().logsOnUserAt(target);
        if ((known == null && !asUser) || (known != null && tried.contains(known))) {
            return false;
        }
        AuthContext begun = authentication.schemes().begin(challenge, known);
        if (begun == null || !answer(begun, challenge, request)) {
            return false;
        }
        triedUser |= asUser;
        context = begun;
        credentials = known;
        realm = challenge.realm();
        scheme = challenge.scheme();
        return true;
    }

    /**
     * Takes a response that is no challenge: what was said worked, and is remembered.
     *
     * @param challenges the challenges that the response carries anyway
     * @param info the value of Authentication-Info or Proxy-Authentication-Info, or null
     * @param path the path of the request
     */
    public void accepted(List<Challenge> challenges, @Nullable String info, String path) {
        AuthContext current = context;
        UserPassword used = credentials;
        if (current == null || accepted) {
            return;
        }
        accepted = true;
        boolean proven = current.accepted(challenges, info);
        // What spoke first is remembered already.
        if (proven && used != null && !scheme.isEmpty()) {
            authentication.cache().remember(target, realm, used, current, path);
        }
    }

    /** Begins another sending; only an answer that could not be sent stays. */
    public void restart() {
        tried.clear();
        triedUser = false;
        accepted = false;
        if (answer == null) {
            end();
        }
    }

    private void end() {
        AuthContext current = context;
        if (current != null) {
            current.close();
        }
        context = null;
        credentials = null;
        scheme = "";
        answer = null;
    }
}
