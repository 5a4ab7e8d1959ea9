package dev.propusk.security;

import java.security.Principal;
import java.util.Set;
import java.util.UUID;

/**
 * A customer's own software, signed in with an API key: it acts in one contract, within the key's scopes.
 *
 * @param name what the owner called the key; the journal names it
 */
public record KeyUser(UUID key, String name, ContractId contract, Set<KeyScope> scopes) implements Acting, Principal {
    public KeyUser {
        scopes = Set.copyOf(scopes);
    }

    @Override
    public Actor.Kind kind() {
        return Actor.Kind.KEY;
    }

    @Override
    public String actorName() {
        return name;
    }

    @Override
    public String getName() {
        return name;
    }
}
