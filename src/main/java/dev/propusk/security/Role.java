package dev.propusk.security;

/** What a login may do. The first two belong to one contract, the others to the provider. */
public enum Role {
    OWNER,
    OPERATOR,
    SUPPORT,
    ADMIN;

    /** As Spring Security knows it. */
    public String authority() {
        return "ROLE_" + name();
    }

    public boolean isOfContract() {
        return switch (this) {
            case OWNER, OPERATOR -> true;
            case SUPPORT, ADMIN -> false;
        };
    }
}
