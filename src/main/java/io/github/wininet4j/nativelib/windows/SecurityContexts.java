package io.github.wininet4j.nativelib.windows;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Security contexts of the user who is logged on, or a double of them. */
interface SecurityContexts {
    /**
     * What a step of a logon gives.
     *
     * @param token what to send; empty for nothing
     * @param more whether the server has to answer before the logon is over
     */
    record Step(byte[] token, boolean more) {}

    /** One logon. */
    interface Context {
        /**
         * Takes a step.
         *
         * @param received what the server sent, or null at the beginning
         * @return the step
         * @throws IOException if the system refuses
         */
        Step step(byte @Nullable [] received) throws IOException;

        /** Gives the context back; it does not fail. */
        void release();
    }

    /**
     * Begins a logon of the user.
     *
     * @param scheme {@code Negotiate} or {@code NTLM}, which is also the name of the package of Windows
     * @param service the name of the service, such as {@code HTTP/proxy.corp.example}
     * @return the context
     * @throws IOException if there is no such package
     */
    Context begin(String scheme, String service) throws IOException;
}
