package dev.propusk.account.signin;

import dev.propusk.account.guard.FailedTries.Kind;
import dev.propusk.account.guard.FailureCounts;
import dev.propusk.account.identity.LocalSignIn;
import dev.propusk.security.LoginName;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import dev.propusk.security.StaffAddresses;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whether somebody who has given all that is right may come in: not everybody may by what they have here, nor from
 * everywhere. That they may not stands in the journal of their login.
 */
@Component
class Admission {
    private final LocalSignIn local;
    private final StaffAddresses staff;
    private final FailureCounts failures;

    Admission(LocalSignIn local, StaffAddresses staff, FailureCounts failures) {
        this.local = local;
        this.staff = staff;
        this.failures = failures;
    }

    /** By a password or a passkey. */
    boolean admits(PanelUser user, String address) {
        Optional<LoginName> login = LoginName.read(user.getUsername());
        if (!local.isOpenTo(user)) {
            refuse(login, Kind.SIGN_IN_CLOSED, address);
            return false;
        }
        return admits(user.role(), login, address);
    }

    /** However they have proven who they are. */
    boolean admits(Role role, Optional<LoginName> login, String address) {
        boolean isAdmitted = staff.admit(role, address);
        if (!isAdmitted) {
            refuse(login, Kind.SIGN_IN_ELSEWHERE, address);
        }
        return isAdmitted;
    }

    private void refuse(Optional<LoginName> login, Kind why, String address) {
        login.ifPresent(name -> failures.count(name, why, SignInAttempt.site(address)));
    }
}
