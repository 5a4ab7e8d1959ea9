package dev.propusk.command;

import dev.propusk.account.AccountNotFoundException;
import dev.propusk.account.Accounts;
import dev.propusk.account.PasswordRules;
import dev.propusk.base.StartRefusedException;
import dev.propusk.mariadb.ReachedDatabase;
import dev.propusk.secrets.KeyPlace;
import dev.propusk.security.ActingAs;
import java.io.PrintStream;
import java.util.List;

/** {@code reset-admin}: for an administrator who has lost password or second factor, and has nobody to ask. */
class ResetAdminCommand implements Command {
    private final Class<?> application;

    ResetAdminCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public String name() {
        return "reset-admin";
    }

    @Override
    public String usage() {
        return "reset-admin [<login>]";
    }

    @Override
    public String purpose() {
        return "Gives an administrator (admin) a new first password, and takes the second factor away.";
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        List<String> words = arguments.words(this, 0, 1);
        String login = words.isEmpty() ? "admin" : words.getFirst();
        try (Surroundings surroundings = Surroundings.with(arguments.settings());
                ReachedDatabase database = ReachedDatabase.open(surroundings.environment())) {
            KeyPlace key = KeyPlace.of(surroundings.environment());
            KeyOfDatabase.require(database.address(), key.secrets());
            try (Services services = Services.over(
                    application,
                    arguments.settings(),
                    database.address(),
                    key.file().toAbsolutePath())) {
                Accounts accounts = services.get(Accounts.class);
                String password = PasswordRules.firstPassword();
                ActingAs.administrator(() -> accounts.resetAdministrator(login, password));
                out.println("The password of " + login + " is " + password + " (shown only this once).");
                out.println("It has to be changed at the next sign-in, and a second factor set up.");
                out.println("It opens for a day if propusk.oidc.only closes passwords to administrators.");
            }
            return Commands.OK;
        } catch (AccountNotFoundException e) {
            throw new StartRefusedException(
                    "There is no administrator " + login + ".", "Name the login of one: " + usage() + ".", e);
        }
    }
}
