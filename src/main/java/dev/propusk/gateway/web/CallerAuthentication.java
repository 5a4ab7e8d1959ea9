package dev.propusk.gateway.web;

import dev.propusk.gateway.GatewayCaller;
import dev.propusk.gateway.freeradius.RadiusServerCaller;
import dev.propusk.gateway.key.KeyCaller;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody who has shown a key: a gateway, or a FreeRADIUS server. */
final class CallerAuthentication extends AbstractAuthenticationToken {
    static final String GATEWAY = "ROLE_GATEWAY";
    static final String RADIUS_SERVER = "ROLE_RADIUS_SERVER";

    private static final long serialVersionUID = 1;

    private final KeyCaller caller;

    private CallerAuthentication(KeyCaller caller, String authority) {
        super(List.of(new SimpleGrantedAuthority(authority)));
        this.caller = caller;
        setAuthenticated(true);
    }

    static CallerAuthentication of(GatewayCaller gateway) {
        return new CallerAuthentication(gateway, GATEWAY);
    }

    static CallerAuthentication of(RadiusServerCaller server) {
        return new CallerAuthentication(server, RADIUS_SERVER);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public KeyCaller getPrincipal() {
        return caller;
    }
}
