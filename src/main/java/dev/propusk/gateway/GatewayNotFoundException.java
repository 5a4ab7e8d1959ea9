package dev.propusk.gateway;

/** There is no such gateway in this contract, or no more. */
public class GatewayNotFoundException extends RuntimeException {}
