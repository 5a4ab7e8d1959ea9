package dev.propusk.gateway.web;

/** What the guest typed does not identify the device here; a gateway is told no more (rule 9). */
class NotAcceptedException extends RuntimeException {
    NotAcceptedException() {
        super("Not accepted", null, false, false);
    }
}
