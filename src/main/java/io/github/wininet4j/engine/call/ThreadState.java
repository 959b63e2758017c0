package io.github.wininet4j.engine.call;

/** What WinInet keeps for each thread: the last error, the socket error behind it and the last server text. */
public final class ThreadState {
    int lastError;
    int extendedError;
    int responseError;
    String responseText = "";

    private ThreadState() {}

    /** Finds the state of the calling thread, one set for each engine. */
    public static final class Table {
        private final ThreadLocal<ThreadState> states = ThreadLocal.withInitial(ThreadState::new);

        /** Creates a table without entries. */
        public Table() {}

        /** Returns the calling thread's state. */
        public ThreadState current() {
            return states.get();
        }

        /** Gives up the calling thread's state, which would stay with the thread after the engine is gone. */
        public void forgetCaller() {
            states.remove();
        }
    }

    /** Forgets what calls have left. */
    void reset() {
        lastError = 0;
        extendedError = 0;
        setResponse(0, "");
    }

    /**
     * Sets the last error of a call that does not fail, which would be 0 otherwise (R-GEN-20).
     *
     * @param error the error
     */
    public void setLastError(int error) {
        lastError = error;
    }

    /**
     * Returns the socket error behind the last failure, for {@code INTERNET_OPTION_EXTENDED_ERROR}: a Winsock code, or
     * 0.
     */
    public int extendedError() {
        return extendedError;
    }

    /** Returns the text that the server sent with the last call (R-LASTRESP-1), "" for none. */
    public String responseText() {
        return responseText;
    }

    /** Returns the error that belongs to the text, or 0. */
    public int responseError() {
        return responseError;
    }

    /**
     * Keeps a server's text for the calling thread until its next call (R-LASTRESP-2).
     *
     * @param error the error that belongs to it, or 0
     * @param text the text
     */
    public void setResponse(int error, String text) {
        responseError = error;
        responseText = text;
    }
}
