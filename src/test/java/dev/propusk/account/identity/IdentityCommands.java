package dev.propusk.account.identity;

import static dev.propusk.faults.Commands.asAdministrator;

import dev.propusk.TestContracts;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contract;
import dev.propusk.faults.Commands;
import dev.propusk.security.LoginName;
import dev.propusk.security.Role;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;

/** Identities become logins, and contracts are opened to them. */
public final class IdentityCommands implements Commands {
    private static final String HASH = "{noop}nothing that anybody types";

    private final TestContracts contracts;
    private final IdentityTransaction transaction;
    private final IdentityContracts allowed;

    IdentityCommands(TestContracts contracts, IdentityTransaction transaction, IdentityContracts allowed) {
        this.contracts = contracts;
        this.transaction = transaction;
        this.allowed = allowed;
    }

    @Override
    public Map<String, Command> all() {
        return Map.of(
                "IdentityTransaction.link",
                hotel -> Executors.callable(() -> transaction.link(operator(hotel), identity(hotel), HASH)),
                "IdentityTransaction.make",
                hotel -> {
                    UUID id = TimeOrderedId.next();
                    return Executors.callable(
                            () -> transaction.make(id, identity(hotel), new Granted(Role.OPERATOR, hotel.id()), HASH));
                },
                "IdentityTransaction.follow",
                hotel -> Executors.callable(() -> transaction.follow(operator(hotel), Role.OWNER)),
                "IdentityTransaction.unlink",
                hotel -> {
                    transaction.link(operator(hotel), identity(hotel), HASH);
                    return Executors.callable(() -> transaction.unlink(operator(hotel)));
                },
                "IdentityContracts.allow",
                hotel -> asAdministrator(() -> allowed.allow(hotel.id(), true)));
    }

    private UUID operator(Contract hotel) {
        return contracts.user(contracts.login(hotel, Role.OPERATOR)).account();
    }

    private static Identity identity(Contract hotel) {
        return new Identity(
                "https://id.example.org",
                hotel.slug(),
                new LoginName(hotel.slug() + "-new"),
                Set.of(),
                hotel.number(),
                false,
                Instant.EPOCH);
    }
}
