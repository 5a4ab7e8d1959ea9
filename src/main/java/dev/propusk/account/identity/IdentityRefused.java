package dev.propusk.account.identity;

/**
 * Somebody came from the provider of identities and was not let in.
 *
 * @param detail which check failed, in words of ours
 * @param address from where they came
 */
public record IdentityRefused(IdentityRefusedException.Fault fault, String detail, String address) {}
