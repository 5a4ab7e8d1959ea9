package dev.propusk.account;

/**
 * Who had given a right password then gave a wrong code.
 *
 * @param isTooMany it was not even looked at
 */
public record SecondFactorRefused(String username, boolean isTooMany) {}
