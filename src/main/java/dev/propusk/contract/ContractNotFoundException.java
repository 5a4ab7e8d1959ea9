package dev.propusk.contract;

/** There is no such contract. */
public class ContractNotFoundException extends RuntimeException {}
