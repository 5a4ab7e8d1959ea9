package dev.propusk.gateway.web;

/** No gateway speaks RADIUS from there, or none can be told. */
class UnknownClientException extends RuntimeException {}
