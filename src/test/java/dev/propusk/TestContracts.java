package dev.propusk;

import dev.propusk.account.Accounts;
import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.NewContract;
import dev.propusk.security.ActingAs;
import dev.propusk.security.ContractId;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Contracts and logins for tests, each with names of its own. */
@Component
public class TestContracts {
    public static final String PASSWORD = "a test's password";

    private final Contracts contracts;
    private final Accounts accounts;

    TestContracts(Contracts contracts, Accounts accounts) {
        this.contracts = contracts;
        this.accounts = accounts;
    }

    public Contract open() {
        return open("Кафе", true);
    }

    /** Opens one whose name begins with a word of the test. */
    public Contract open(String called) {
        return open(called, true);
    }

    public Contract openBelievingNoLink() {
        return open("Кафе", false);
    }

    private Contract open(String called, boolean believesLinkMac) {
        String number = "T" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 50), 36);
        String slug = number.toLowerCase(Locale.ROOT);
        return ActingAs.administrator(() -> {
            Contract contract = contracts.open(
                    ContractId.next(),
                    new NewContract(
                            number,
                            called + " " + number,
                            slug,
                            "Net " + number,
                            ZoneId.of("Europe/Moscow"),
                            believesLinkMac));
            for (Role role : new Role[] {Role.OWNER, Role.OPERATOR}) {
                accounts.create(contract.id(), login(contract, role), PASSWORD, role);
            }
            return contract;
        });
    }

    public String support() {
        String login = "support-" + ThreadLocalRandom.current().nextLong(1L << 50);
        ActingAs.administrator(() -> accounts.create(null, login, PASSWORD, Role.SUPPORT));
        return login;
    }

    public String administrator() {
        String login = "admin-" + ThreadLocalRandom.current().nextLong(1L << 50);
        ActingAs.administrator(() -> accounts.create(null, login, PASSWORD, Role.ADMIN));
        return login;
    }

    /** Who has to change it before anything else. */
    public String administratorWithFirstPassword() {
        String login = "admin-" + ThreadLocalRandom.current().nextLong(1L << 50);
        ActingAs.administrator(() -> accounts.createWithFirstPassword(null, login, PASSWORD, Role.ADMIN));
        return login;
    }

    public String login(Contract contract, Role role) {
        return contract.slug() + "-" + role.name().toLowerCase(Locale.ROOT);
    }

    public PanelUser user(String login) {
        return (PanelUser) accounts.loadUserByUsername(login);
    }

    public <T> T asOwner(Contract contract, Supplier<T> event) {
        return ActingAs.user(user(login(contract, Role.OWNER)), event);
    }

    public <T> T asOperator(Contract contract, Supplier<T> event) {
        return ActingAs.user(user(login(contract, Role.OPERATOR)), event);
    }

    public void suspend(ContractId contract) {
        ActingAs.administrator(() -> contracts.suspend(contract));
    }

    public void resume(ContractId contract) {
        ActingAs.administrator(() -> contracts.resume(contract));
    }

    public void close(ContractId contract) {
        ActingAs.administrator(() -> contracts.close(contract));
    }

    public static MacAddress device() {
        return new MacAddress(0x0200_0000_0000L | ThreadLocalRandom.current().nextLong(1, 1L << 40));
    }
}
