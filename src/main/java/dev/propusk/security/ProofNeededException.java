package dev.propusk.security;

/** It is too long ago that whoever is at this session gave its password: they give it once more, then it goes on. */
public class ProofNeededException extends RuntimeException {
    public ProofNeededException() {
        super("The password has to be given once more");
    }
}
