package io.github.wininet4j.constant;

/**
 * Flags of the functions about connectivity and dialling (R-DIAL).
 */
public final class DialFlag {
    private DialFlag() {}

    // InternetGetConnectedState
    /** By modem. */
    public static final int INTERNET_CONNECTION_MODEM = 0x00000001;
    /** By a local network. */
    public static final int INTERNET_CONNECTION_LAN = 0x00000002;
    /** Through a proxy. */
    public static final int INTERNET_CONNECTION_PROXY = 0x00000004;
    /** Not used any more. */
    public static final int INTERNET_CONNECTION_MODEM_BUSY = 0x00000008;
    /** Remote access is installed. */
    public static final int INTERNET_RAS_INSTALLED = 0x00000010;
    /** Offline. */
    public static final int INTERNET_CONNECTION_OFFLINE = 0x00000020;
    /** There is a connection, up or not. */
    public static final int INTERNET_CONNECTION_CONFIGURED = 0x00000040;

    // InternetCheckConnection
    /** Makes a connection. */
    public static final int FLAG_ICC_FORCE_CONNECTION = 0x00000001;

    // InternetAutodial
    /** Goes online. */
    public static final int INTERNET_AUTODIAL_FORCE_ONLINE = 0x00000001;
    /** Goes online without the user. */
    public static final int INTERNET_AUTODIAL_FORCE_UNATTENDED = 0x00000002;
    /** Fails if file sharing would be exposed. */
    public static final int INTERNET_AUTODIAL_FAILIFSECURITYCHECK = 0x00000004;
    /** Dials although there is a network. */
    public static final int INTERNET_AUTODIAL_OVERRIDE_NET_PRESENT = 0x00000008;
    /** All flags. */
    public static final int INTERNET_AUTODIAL_FLAGS_MASK = 0x0000000F;

    // InternetDial and InternetSetDialState
    /** Asks the user in any case. */
    public static final int INTERNET_DIAL_FORCE_PROMPT = 0x00002000;
    /** Offers to work offline. */
    public static final int INTERNET_DIAL_SHOW_OFFLINE = 0x00004000;
    /** Dials without the user. */
    public static final int INTERNET_DIAL_UNATTENDED = 0x00008000;
    /** The connection is down. */
    public static final int INTERNET_DIALSTATE_DISCONNECTED = 1;

    // InternetGoOnline; the header spells these so
    /** The page is being loaded again. */
    public static final int INTERENT_GOONLINE_REFRESH = 0x00000001;
    /** All flags. */
    public static final int INTERENT_GOONLINE_MASK = 0x00000001;

    // Custom diallers: what to do
    /** The dialler is to connect. */
    public static final int INTERNET_CUSTOMDIAL_CONNECT = 0;
    /** The dialler is called without a user. */
    public static final int INTERNET_CUSTOMDIAL_UNATTENDED = 1;
    /** The dialler is to disconnect. */
    public static final int INTERNET_CUSTOMDIAL_DISCONNECT = 2;
    /** The dialler offers to work offline. */
    public static final int INTERNET_CUSTOMDIAL_SHOWOFFLINE = 4;

    // Custom diallers: what they can do
    /** The dialler works without a user. */
    public static final int INTERNET_CUSTOMDIAL_SAFE_FOR_UNATTENDED = 1;
    /** The dialler reports its state. */
    public static final int INTERNET_CUSTOMDIAL_WILL_SUPPLY_STATE = 2;
    /** The dialler can hang up. */
    public static final int INTERNET_CUSTOMDIAL_CAN_HANGUP = 4;
}
