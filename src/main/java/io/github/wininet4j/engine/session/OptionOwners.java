package io.github.wininet4j.engine.session;

import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.option.OptionOwner;
import java.util.Set;

/** Who may have options, as far as that does not depend on a protocol. */
public final class OptionOwners {
    /** The NULL handle. */
    public static final OptionOwner<GlobalOptions> GLOBAL = OptionOwner.of("NULL", GlobalOptions.class);

    /** Every handle. */
    public static final OptionOwner<SettingsObject> HANDLE = OptionOwner.of("any handle", SettingsObject.class);

    /** Sessions. */
    public static final OptionOwner<SessionObject> SESSION = OptionOwner.of("session", SessionObject.class);

    /** Connections of any protocol. */
    public static final OptionOwner<ConnectObject> CONNECTION = OptionOwner.of("connection", ConnectObject.class);

    /** FTP connections. */
    public static final OptionOwner<ConnectObject> FTP_CONNECTION =
            new OptionOwner<>("FTP connection", ConnectObject.class, Set.of(HandleKind.CONNECT_FTP));

    private OptionOwners() {}
}
