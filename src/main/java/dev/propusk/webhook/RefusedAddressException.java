package dev.propusk.webhook;

import java.net.UnknownHostException;

/** The name leads to no address that events may go to. */
class RefusedAddressException extends UnknownHostException {
    RefusedAddressException(String host) {
        super(host);
    }
}
