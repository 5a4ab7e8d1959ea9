package dev.propusk.account;

/** There is no such login in this contract. */
public class AccountNotFoundException extends RuntimeException {}
