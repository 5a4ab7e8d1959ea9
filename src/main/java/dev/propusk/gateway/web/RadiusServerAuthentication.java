package dev.propusk.gateway.web;

import dev.propusk.gateway.freeradius.RadiusServerCaller;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A FreeRADIUS server that has shown its key. */
final class RadiusServerAuthentication extends AbstractAuthenticationToken {
    static final String AUTHORITY = "ROLE_RADIUS_SERVER";

    private static final long serialVersionUID = 1;

    private final RadiusServerCaller caller;

    RadiusServerAuthentication(RadiusServerCaller caller) {
        super(List.of(new SimpleGrantedAuthority(AUTHORITY)));
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public RadiusServerCaller getPrincipal() {
        return caller;
    }
}
