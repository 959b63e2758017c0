package io.github.wininet4j.client;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.type.HINTERNET;

/** What stands for a handle of WinInet: a session, or a request that was sent. */
public abstract sealed class InternetHandle implements AutoCloseable permits Session, Response {
    InternetHandle() {}

    /** {@return where the calls are made, for calls that have no method here} */
    public abstract WinInet wininet();

    /** {@return the handle; it stays in the hands of this object, which closes it} */
    public abstract HINTERNET handle();

    /**
     * Reads an option with {@code InternetQueryOption}.
     *
     * @param <T> the type of its value
     * @param option the option
     * @return the value
     * @throws WinInetException if the handle has no such option, or is closed
     */
    public final <T> T get(Option<T> option) throws WinInetException {
        return option.get(wininet(), handle());
    }

    /**
     * Changes an option with {@code InternetSetOption}. Requests that are sent later from a session have its value.
     *
     * @param <T> the type of its value
     * @param option the option
     * @param value the value
     * @throws WinInetException if the handle has no such option, it is read-only, or the handle is closed
     */
    public final <T> void set(Option<T> option, T value) throws WinInetException {
        option.set(wininet(), handle(), value);
    }

    /** Closes the handle with {@code InternetCloseHandle}, from any thread. Closing twice has no effect. */
    @Override
    public abstract void close();

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + handle() + "]";
    }
}
