package dev.propusk.gateway.web;

import dev.propusk.gateway.GatewayCaller;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A gateway that has shown its key. */
final class GatewayAuthentication extends AbstractAuthenticationToken {
    static final String AUTHORITY = "ROLE_GATEWAY";

    private static final long serialVersionUID = 1;

    private final GatewayCaller caller;

    GatewayAuthentication(GatewayCaller caller) {
        super(List.of(new SimpleGrantedAuthority(AUTHORITY)));
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public GatewayCaller getPrincipal() {
        return caller;
    }
}
