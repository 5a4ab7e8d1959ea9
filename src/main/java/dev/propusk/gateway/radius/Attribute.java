package dev.propusk.gateway.radius;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** One attribute of a packet (RFC 2865, 5): at most 253 bytes. */
public final class Attribute {
    static final int MESSAGE_AUTHENTICATOR = 80;
    static final int ERROR_CAUSE = 101;
    static final int LONGEST = 253;

    private static final int USER_NAME = 1;
    private static final int NAS_IP_ADDRESS = 4;
    private static final int SERVICE_TYPE = 6;
    private static final int FRAMED_IP_ADDRESS = 8;
    private static final int CALLED_STATION_ID = 30;
    private static final int CALLING_STATION_ID = 31;
    private static final int NAS_IDENTIFIER = 32;
    private static final int PROXY_STATE = 33;
    private static final int ACCT_SESSION_ID = 44;
    private static final int EVENT_TIMESTAMP = 55;
    private static final int TUNNEL_PRIVATE_GROUP_ID = 81;
    private static final int NAS_IPV6_ADDRESS = 95;
    private static final int IPV4_BYTES = 4;
    private static final int HEADER = 2;
    private static final int LOGIN = 1;

    private final int type;
    private final byte[] value;

    Attribute(int type, byte[] value) {
        if (value.length > LONGEST) {
            throw new IllegalArgumentException("Attribute " + type + " of " + value.length + " bytes");
        }
        this.type = type;
        this.value = value.clone();
    }

    /** With its type and its own length before it. */
    int length() {
        return HEADER + value.length;
    }

    void writeTo(ByteBuffer packet) {
        packet.put((byte) type).put((byte) length()).put(value);
    }

    public static Attribute userName(String name) {
        return text(USER_NAME, name);
    }

    public static Attribute nasAddress(InetAddress address) {
        byte[] bytes = address.getAddress();
        return new Attribute(bytes.length == IPV4_BYTES ? NAS_IP_ADDRESS : NAS_IPV6_ADDRESS, bytes);
    }

    /**
     * The address that the device was given.
     *
     * @param address IPv4
     */
    public static Attribute framedAddress(InetAddress address) {
        return new Attribute(FRAMED_IP_ADDRESS, address.getAddress());
    }

    public static Attribute callingStation(String id) {
        return text(CALLING_STATION_ID, id);
    }

    public static Attribute calledStation(String id) {
        return text(CALLED_STATION_ID, id);
    }

    /** The guests' VLAN (RFC 2868, 3.6). */
    public static Attribute tunnelPrivateGroup(String id) {
        return text(TUNNEL_PRIVATE_GROUP_ID, id);
    }

    /** What comes back with the answer as it was (RFC 2865, 5.33). */
    public static Attribute proxyState(byte[] value) {
        return new Attribute(PROXY_STATE, value);
    }

    public static Attribute nasIdentifier(String id) {
        return text(NAS_IDENTIFIER, id);
    }

    public static Attribute accountingSession(String id) {
        return text(ACCT_SESSION_ID, id);
    }

    /** Service-Type = Login (RFC 2865, 5.6). */
    public static Attribute loginService() {
        return new Attribute(SERVICE_TYPE, ByteBuffer.allocate(4).putInt(LOGIN).array());
    }

    /** Lets the gateway refuse a packet that somebody recorded and sends again (RFC 5176, 6.3). */
    public static Attribute eventTimestamp(Instant at) {
        return new Attribute(
                EVENT_TIMESTAMP,
                ByteBuffer.allocate(4).putInt((int) at.getEpochSecond()).array());
    }

    private static Attribute text(int type, String text) {
        return new Attribute(type, text.getBytes(StandardCharsets.UTF_8));
    }
}
