package io.github.wininet4j.engine.session;

import io.github.wininet4j.engine.handle.HandleKind;
import io.github.wininet4j.engine.option.OptionOwner;
import io.github.wininet4j.engine.option.SettingsNode;
import java.util.Set;

/** Who may have options, as far as that does not depend on a protocol. */
public final class OptionOwners {
    /** The NULL handle. */
    public static final OptionOwner<GlobalOptions> GLOBAL = OptionOwner.of("NULL", GlobalOptions.class);

    /** Every handle. */
    public static final OptionOwner<SettingsNode> HANDLE = OptionOwner.of("any handle", SettingsNode.class);

    /** Sessions. */
    public static final OptionOwner<SessionNode> SESSION = OptionOwner.of("session", SessionNode.class);

    /** Connections of any protocol. */
    public static final OptionOwner<ConnectNode> CONNECTION = OptionOwner.of("connection", ConnectNode.class);

    /** FTP connections. */
    public static final OptionOwner<ConnectNode> FTP_CONNECTION =
            new OptionOwner<>("FTP connection", ConnectNode.class, Set.of(HandleKind.CONNECT_FTP));

    private OptionOwners() {}
}
