package dev.propusk.command;

import dev.propusk.base.StartRefusedException;
import dev.propusk.command.backup.BackupCommand;
import dev.propusk.command.backup.RestoreCommand;
import dev.propusk.command.check.CheckCommand;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes a first argument that is a word for a command, and leaves everything else to the application. */
public final class Commands {
    /** Done. */
    public static final int OK = 0;
    /** Tried, and it did not come off, or what was looked at is not as it should be. */
    public static final int FAILED = 1;
    /** Not understood; nothing was done. */
    public static final int WRONG_USAGE = 2;

    private final List<Command> commands;
    private final PrintStream out;
    private final PrintStream error;

    /** What some of them need is the application, for its services. */
    public Commands(Class<?> application, PrintStream out, PrintStream error) {
        this.commands = List.of(
                new CheckCommand(),
                new BackupCommand(),
                new VerifyBackupCommand(application),
                new RestoreCommand(),
                new JournalCommand(application),
                new ResetAdminCommand(application),
                new RotateKeyCommand(application),
                new SigningKeyCommand(),
                new VersionCommand());
        this.out = out;
        this.error = error;
    }

    /** Options alone are settings of the application; a word is a command, even where it is one that is not known. */
    public static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && !arguments[0].startsWith("-");
    }

    /** Does what the arguments say, tells it, and returns what the process exits with. */
    public int run(String... arguments) {
        try {
            return command(arguments[0]).run(List.of(arguments).subList(1, arguments.length));
        } catch (WrongUsageException e) {
            error.println(e.getMessage());
            return WRONG_USAGE;
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    private interface Chosen {
        int run(List<String> arguments);
    }

    private Chosen command(String name) {
        if (Set.of("help", "-h", "--help").contains(name)) {
            return arguments -> {
                out.print(help());
                return OK;
            };
        }
        Command command = commands.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongUsageException("There is no command " + name + ".\n\n" + help()));
        return arguments -> command.run(Arguments.of(command, arguments), out);
    }

    private int failed(RuntimeException failure) {
        Optional<StartRefusedException> known = StartRefusedException.in(failure);
        error.println(known.map(StartRefusedException::problem).orElseGet(() -> "It failed: " + root(failure)));
        known.ifPresent(refused -> error.println(refused.remedy()));
        return FAILED;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private String help() {
        StringBuilder help = new StringBuilder("java -jar propusk.jar <command> [--<setting>=<value> …]\n\n");
        for (Command command : commands) {
            help.append("  ").append(command.usage()).append('\n');
            help.append("      ").append(command.purpose()).append('\n');
        }
        return help.append("  help\n      Says this.\n\n")
                .append(
                        "Without a command the application starts. Settings are those of the application, from the same places.\n")
                .append("Exit codes: 0 done, 1 failed, 2 not understood.\n")
                .toString();
    }
}
