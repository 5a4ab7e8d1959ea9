package dev.propusk.security;

import org.springframework.security.access.AccessDeniedException;

/** The key is of this contract, but was made for other things. */
public class MissingScopeException extends AccessDeniedException {
    private final KeyScope scope;

    MissingScopeException(KeyScope scope) {
        super("The key lacks " + scope.word());
        this.scope = scope;
    }

    public KeyScope scope() {
        return scope;
    }
}
