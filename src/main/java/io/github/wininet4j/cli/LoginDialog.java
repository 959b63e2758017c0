package io.github.wininet4j.cli;

import io.github.wininet4j.host.Prompter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The dialogs of InternetErrorDlg on a terminal. Requests that run at once and are refused by the same server ask once:
 * each gets the answers in the order in which they were given, and only then is there a new question.
 */
final class LoginDialog implements Prompter {
    private final UserInput input;
    /** One question at a time, as on the terminal. */
    private final ReentrantLock asking = new ReentrantLock();
    // Guarded by asking.
    private final Map<String, List<@Nullable Login>> answers = new HashMap<>();
    private int refusals;

    LoginDialog(UserInput input) {
        this.input = input;
    }

    /**
     * Makes a call of InternetErrorDlg.
     *
     * @param refused how many answers the caller has tried in vain
     * @param call the call
     * @return what it returned
     */
    int show(int refused, IntSupplier call) {
        asking.lock();
        try {
            refusals = refused;
            return call.getAsInt();
        } finally {
            asking.unlock();
        }
    }

    @Override
    public @Nullable Login askLogin(boolean proxy, String host, String realm) {
        asking.lock();
        try {
            String place = (proxy ? "proxy" : host) + (realm.isEmpty() ? "" : ", realm \"" + realm + '"');
            List<@Nullable Login> given = answers.computeIfAbsent(place, key -> new ArrayList<>());
            boolean cancelled = !given.isEmpty() && given.get(given.size() - 1) == null;
            if (!cancelled && refusals >= given.size()) {
                given.add(ask(place));
            }
            return given.get(Math.min(refusals, given.size() - 1));
        } finally {
            asking.unlock();
        }
    }

    private @Nullable Login ask(String place) {
        String user = input.line("User for " + place + ": ");
        if (user == null || user.isEmpty()) {
            return null;
        }
        String password = input.secret("Password: ");
        return password == null ? null : new Login(user, password);
    }

    @Override
    public boolean confirm(int error, String host) {
        asking.lock();
        try {
            String answer = input.line(host + ": " + StatusText.error(error) + ". Go on (yes or no)? ");
            return answer != null && answer.strip().equalsIgnoreCase("yes");
        } finally {
            asking.unlock();
        }
    }
}
