package dev.propusk.contract;

/** There is no such login in this contract. */
public class AccountNotFoundException extends RuntimeException {}
