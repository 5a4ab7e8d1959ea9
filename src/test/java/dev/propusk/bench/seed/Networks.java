package dev.propusk.bench.seed;

import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.NewContract;
import dev.propusk.security.ActingAs;
import dev.propusk.security.ContractId;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The contracts of the bench: many of one size, one that is large, and new ones as they are needed. */
public final class Networks {
    private final Contracts contracts;
    private final TestContracts logins;
    private final AtomicInteger opened = new AtomicInteger();
    private final List<Contract> many;
    private final Contract large;

    public Networks(Contracts contracts, TestContracts logins, Scale scale) {
        this.contracts = contracts;
        this.logins = logins;
        this.many = Stream.generate(this::open).limit(scale.contracts()).toList();
        this.large = logins.open();
    }

    public List<Contract> many() {
        return many;
    }

    public Contract large() {
        return large;
    }

    public String ownerOfLarge() {
        return logins.login(large, Role.OWNER);
    }

    /** One that holds nothing yet. */
    public Contract open() {
        int number = opened.getAndIncrement();
        NewContract terms = new NewContract(
                "B" + number, "Сеть " + number, "bench-" + number, "Net " + number, ZoneId.of("Europe/Moscow"), true);
        return ActingAs.administrator(() -> contracts.open(ContractId.next(), terms));
    }

    public static <T> T asOwner(Contract contract, Callable<T> event) {
        return as(Role.OWNER, contract.id(), event);
    }

    public static <T> T asSupport(Callable<T> event) {
        return as(Role.SUPPORT, null, event);
    }

    public static <T> T asAdministrator(Callable<T> event) {
        return as(Role.ADMIN, null, event);
    }

    private static <T> T as(Role role, @Nullable ContractId contract, Callable<T> event) {
        return ActingAs.user(new PanelUser(UUID.randomUUID(), "bench", "", role, contract, true, 0), () -> {
            try {
                return event.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
