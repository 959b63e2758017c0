package io.github.wininet4j.nativelib.windows;

import com.sun.jna.platform.win32.Secur32;
import com.sun.jna.platform.win32.Sspi;
import com.sun.jna.platform.win32.SspiUtil.ManagedSecBufferDesc;
import com.sun.jna.platform.win32.W32Errors;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Security contexts by Secur32.dll. */
final class Secur32Contexts implements SecurityContexts {
    @Override
    public Context begin(String scheme, String service) throws IOException {
        Sspi.CredHandle credentials = new Sspi.CredHandle();
        int result = Secur32.INSTANCE.AcquireCredentialsHandle(
                null, scheme, Sspi.SECPKG_CRED_OUTBOUND, null, null, null, null, credentials, new Sspi.TimeStamp());
        if (result != W32Errors.SEC_E_OK) {
            throw failure(result);
        }
        return new UserContext(service, credentials);
    }

    private static IOException failure(int result) {
        return new IOException(String.format(Locale.ROOT, "SSPI refuses with 0x%08x", result));
    }

    /** One context with the credentials it rests on. */
    private static final class UserContext implements Context {
        private final String service;
        private final Sspi.CredHandle credentials;
        private Sspi.@Nullable CtxtHandle context;
        private boolean released;

        UserContext(String service, Sspi.CredHandle credentials) {
            this.service = service;
            this.credentials = credentials;
        }

        @Override
        public Step step(byte @Nullable [] received) throws IOException {
            ManagedSecBufferDesc in =
                    received == null ? null : new ManagedSecBufferDesc(Sspi.SECBUFFER_TOKEN, received);
            ManagedSecBufferDesc out = new ManagedSecBufferDesc(Sspi.SECBUFFER_TOKEN, Sspi.MAX_TOKEN_SIZE);
            Sspi.CtxtHandle next = new Sspi.CtxtHandle();
            int result = Secur32.INSTANCE.InitializeSecurityContext(
                    credentials,
                    context,
                    service,
                    Sspi.ISC_REQ_CONNECTION | Sspi.ISC_REQ_MUTUAL_AUTH,
                    0,
                    Sspi.SECURITY_NATIVE_DREP,
                    in,
                    0,
                    next,
                    out,
                    new IntByReference(),
                    null);
            boolean more = result == W32Errors.SEC_I_CONTINUE_NEEDED;
            if (!more && result != W32Errors.SEC_E_OK) {
                throw failure(result);
            }
            context = next;
            byte[] token = out.getBuffer(0).getBytes();
            return new Step(token == null ? new byte[0] : token, more);
        }

        @Override
        public void release() {
            if (released) {
                return;
            }
            released = true;
            Sspi.CtxtHandle begun = context;
            if (begun != null) {
                Secur32.INSTANCE.DeleteSecurityContext(begun);
            }
            Secur32.INSTANCE.FreeCredentialsHandle(credentials);
        }
    }
}
