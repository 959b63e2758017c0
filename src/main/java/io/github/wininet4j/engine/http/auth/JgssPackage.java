package io.github.wininet4j.engine.http.auth;

import io.github.wininet4j.host.SecurityPackage;
import io.github.wininet4j.host.SecurityTokens;
import java.io.IOException;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.NameCallback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.Oid;
import org.jspecify.annotations.Nullable;

/**
 * Kerberos by the JDK, wrapped in SPNEGO. With a password the user logs on to the realm; without one the ticket cache
 * counts, or a keytab if the JVM is given one by {@code java.security.auth.login.config} as entry {@code wininet4j}.
 */
public final class JgssPackage implements SecurityPackage {
    private static final String NEGOTIATE = "Negotiate";
    private static final String ENTRY = "wininet4j";
    private static final String LOGIN_MODULE = "com.sun.security.auth.module.Krb5LoginModule";
    private static final String SPNEGO = "1.3.6.1.5.5.2";

    /** Creates the package. */
    public JgssPackage() {}

    @Override
    public @Nullable SecurityTokens begin(String scheme, String host, @Nullable String user, @Nullable String password)
            throws IOException {
        if (!scheme.equalsIgnoreCase(NEGOTIATE)) {
            return null;
        }
        try {
            Subject subject = logIn(user, password);
            return as(subject, () -> open(host, subject));
        } catch (LoginException | SecurityException e) {
            throw new IOException("Kerberos logon failed", e);
        }
    }

    private static SecurityTokens open(String host, Subject subject) throws GSSException {
        GSSManager manager = GSSManager.getInstance();
        GSSName service = manager.createName("HTTP@" + host, GSSName.NT_HOSTBASED_SERVICE);
        GSSContext context = manager.createContext(service, new Oid(SPNEGO), null, GSSContext.DEFAULT_LIFETIME);
        context.requestMutualAuth(true);
        return new JgssTokens(context, subject);
    }

    private static Subject logIn(@Nullable String user, @Nullable String password) throws LoginException {
        Subject subject = new Subject();
        CallbackHandler answers = callbacks -> answer(callbacks, user, password);
        LoginContext login = new LoginContext(ENTRY, subject, answers, configuration(user != null));
        login.login();
        return subject;
    }

    private static void answer(Callback[] callbacks, @Nullable String user, @Nullable String password) {
        for (Callback callback : callbacks) {
            if (callback instanceof NameCallback name) {
                name.setName(user == null ? name.getDefaultName() : principal(user));
            } else if (callback instanceof PasswordCallback secret) {
                secret.setPassword(password == null ? new char[0] : password.toCharArray());
            }
        }
    }

    /** A domain in front of the name is the realm, which Kerberos writes in capitals behind it. */
    static String principal(String user) {
        int slash = user.indexOf('\\');
        return slash < 0
                ? user
                : user.substring(slash + 1) + '@' + user.substring(0, slash).toUpperCase(Locale.ROOT);
    }

    private static Configuration configuration(boolean withPassword) {
        AppConfigurationEntry @Nullable [] own =
                withPassword || System.getProperty("java.security.auth.login.config") == null
                        ? null
                        : Configuration.getConfiguration().getAppConfigurationEntry(ENTRY);
        Map<String, String> options = new HashMap<>();
        options.put("useTicketCache", Boolean.toString(!withPassword));
        options.put("doNotPrompt", Boolean.toString(!withPassword));
        options.put("isInitiator", "true");
        options.put("refreshKrb5Config", "true");
        AppConfigurationEntry entry = new AppConfigurationEntry(LOGIN_MODULE, LoginModuleControlFlag.REQUIRED, options);
        return new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return own != null ? own : new AppConfigurationEntry[] {entry};
            }
        };
    }

    /** Runs as a subject, by the call that JDK 17 has and newer ones still have. */
    @SuppressWarnings("removal")
    static <T> T as(Subject subject, PrivilegedExceptionAction<T> action) throws IOException {
        try {
            return Subject.doAs(subject, action);
        } catch (PrivilegedActionException e) {
            throw new IOException("Kerberos failed", e.getCause());
        }
    }
}
