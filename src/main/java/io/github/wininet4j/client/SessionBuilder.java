package io.github.wininet4j.client;

import io.github.wininet4j.BackEnd;
import io.github.wininet4j.WinInets;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.type.HINTERNET;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** What {@code InternetOpen} is given, and who runs asynchronous requests. For one thread. */
public final class SessionBuilder {
    private final String agent;
    private @Nullable BackEnd backEnd;
    private @Nullable Executor executor;
    private int accessType = InternetFlag.INTERNET_OPEN_TYPE_PRECONFIG;
    private @Nullable String proxy;
    private @Nullable String bypass;

    SessionBuilder(String agent) {
        this.agent = agent;
    }

    /**
     * Chooses the back end: {@link WinInets#engine()}, a loaded library, or what the program has put around one.
     *
     * @param value the back end; the caller closes it, after the session
     * @return this
     */
    public SessionBuilder backEnd(BackEnd value) {
        backEnd = value;
        return this;
    }

    /**
     * Names proxies instead of using the user's settings ({@code INTERNET_OPEN_TYPE_PROXY}).
     *
     * @param proxies such as {@code proxy:3128} or {@code http=a:80 https=b:80}
     * @param reachedDirectly hosts to be reached without them, such as {@code *.corp.example;<local>}, or null
     * @return this
     */
    public SessionBuilder proxy(String proxies, @Nullable String reachedDirectly) {
        accessType = InternetFlag.INTERNET_OPEN_TYPE_PROXY;
        proxy = proxies;
        bypass = reachedDirectly;
        return this;
    }

    /**
     * Uses no proxy, whatever the user's settings are ({@code INTERNET_OPEN_TYPE_DIRECT}).
     *
     * @return this
     */
    public SessionBuilder direct() {
        accessType = InternetFlag.INTERNET_OPEN_TYPE_DIRECT;
        proxy = null;
        bypass = null;
        return this;
    }

    /**
     * Chooses who runs {@code sendAsync}. Without it the session has daemon threads of its own, one for each request
     * under way. Virtual threads suit the engine; on a loaded library a call holds its carrier thread.
     *
     * @param value runs each request on a thread of its own, since it blocks
     * @return this
     */
    public SessionBuilder executor(Executor value) {
        executor = value;
        return this;
    }

    /**
     * Opens the session.
     *
     * @return the session
     * @throws WinInetException if {@code InternetOpen} fails
     */
    public Session open() throws WinInetException {
        BackEnd wininet = backEnd == null ? WinInets.preferred() : backEnd;
        HINTERNET handle = wininet.InternetOpen(agent, accessType, proxy, bypass, 0);
        if (handle == null) {
            WinInetException failure = WinInetException.last(wininet, "InternetOpen");
            if (backEnd == null) {
                wininet.close();
            }
            throw failure;
        }
        Executor runner = executor;
        ExecutorService own = null;
        if (runner == null) {
            own = Executors.newCachedThreadPool(SessionBuilder::thread);
            runner = own;
        }
        Session session = new Session(wininet, backEnd == null, handle, runner, own);
        try {
            session.set(Option.WHOLE_BODY, true);
        } catch (WinInetException e) {
            // A library without the option takes a short body for the whole one, as it always has.
        }
        return session;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "wininet4j client");
        thread.setDaemon(true);
        return thread;
    }
}
