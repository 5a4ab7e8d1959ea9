package dev.propusk.gateway.online;

/**
 * Which sessions of a network are asked for.
 *
 * @param online only those that go on
 * @param text a device's MAC, one of its addresses, or what its token is found by; blank: any
 */
public record SessionFilter(boolean online, String text) {
    public static final SessionFilter ALL = new SessionFilter(false, "");
    public static final SessionFilter ONLINE = new SessionFilter(true, "");
}
