package dev.propusk.account.identity;

import dev.propusk.account.identity.IdentityRefusedException.Fault;
import dev.propusk.security.ContractId;
import dev.propusk.security.Role;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says what an identity may be here: of all roles that its words give, the one that may do most; none where none is. */
@Component
class IdentityMapping {
    private static final List<Role> BY_POWER = List.of(Role.ADMIN, Role.SUPPORT, Role.OWNER, Role.OPERATOR);

    private final IdentitySettings settings;
    private final IdentityContracts contracts;

    IdentityMapping(IdentitySettings settings, IdentityContracts contracts) {
        this.settings = settings;
        this.contracts = contracts;
    }

    /** @throws IdentityRefusedException where it may be nothing */
    Granted grant(Identity identity) {
        Role role = BY_POWER.stream()
                .filter(one -> !Collections.disjoint(settings.roles().of(one), identity.words()))
                .findFirst()
                .orElseThrow(() -> new IdentityRefusedException(Fault.NO_ACCESS, "no role"));
        return new Granted(role, role.isOfContract() ? contract(identity) : null);
    }

    private ContractId contract(Identity identity) {
        if (identity.contract() == null) {
            throw new IdentityRefusedException(Fault.NO_ACCESS, "no contract");
        }
        return contracts
                .allowed(identity.contract())
                .orElseThrow(() -> new IdentityRefusedException(Fault.NO_ACCESS, "contract not allowed"));
    }
}
