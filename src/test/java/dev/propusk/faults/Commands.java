package dev.propusk.faults;

import dev.propusk.contract.Contract;
import dev.propusk.security.ActingAs;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** The commands of one package, each to be given once. */
public interface Commands {
    /** By {@code Class.method}. */
    Map<String, Command> all();

    /** Makes ready what a command needs, in a contract of its own; what it returns is the command itself. */
    @FunctionalInterface
    interface Command {
        Callable<?> in(Contract contract) throws Exception;
    }

    /** The command as the provider's administrator gives it. */
    static Callable<?> asAdministrator(Runnable command) {
        return Executors.callable(() -> ActingAs.administrator(command));
    }
}
