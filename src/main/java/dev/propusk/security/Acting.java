package dev.propusk.security;

/** A principal that acts under a name of its own in the journal: a login, a key, a gateway. */
public interface Acting {
    Actor.Kind kind();

    /** As the journal names it, at most 64 characters. */
    String actorName();
}
