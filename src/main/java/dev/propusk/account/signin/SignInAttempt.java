package dev.propusk.account.signin;

import dev.propusk.base.NetworkAddress;
import dev.propusk.security.LoginName;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody gives a password for a login.
 *
 * @param login its name; null: what was typed is none
 * @param site the address that they come from, of an IPv6 one its /64
 * @param device which the login has signed in from before; null: none such
 * @param isUsual whether the login has signed in from that site before
 */
record SignInAttempt(
        @Nullable LoginName login, String site, @Nullable UUID device, boolean isUsual) {
    /** Who it is to the login, so that one's failures do not count for another. */
    enum Standing {
        DEVICE,
        USUAL,
        STRANGER,
        NOBODY
    }

    static SignInAttempt byStranger(LoginName login, String address) {
        return new SignInAttempt(login, site(address), null, false);
    }

    Standing standing() {
        if (login == null) {
            return Standing.NOBODY;
        }
        if (device != null) {
            return Standing.DEVICE;
        }
        return isUsual ? Standing.USUAL : Standing.STRANGER;
    }

    Optional<LoginName> name() {
        return Optional.ofNullable(login);
    }

    static String site(String address) {
        return NetworkAddress.read(address)
                .map(NetworkAddress::site)
                .map(NetworkAddress::toString)
                .orElse("");
    }
}
