package dev.propusk.account.install;

import dev.propusk.account.Accounts;
import dev.propusk.account.PasswordRules;
import dev.propusk.base.StartRefusedException;
import dev.propusk.security.ActingAs;
import dev.propusk.security.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Makes the login {@code admin} where nobody can sign in yet: with the password that is set, or one shown once. */
@Component
@Profile("!demo & !test & !command")
class FirstAdministrator implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final Environment environment;

    FirstAdministrator(Accounts accounts, Environment environment) {
        this.accounts = accounts;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!accounts.isEmpty()) {
            return;
        }
        String given = environment.getProperty("PROPUSK_ADMIN_PASSWORD");
        if (given != null && given.length() < PasswordRules.SHORTEST) {
            throw new StartRefusedException(
                    "PROPUSK_ADMIN_PASSWORD has fewer than " + PasswordRules.SHORTEST + " characters.",
                    "Give a longer one, or none: then one is made up and shown once.");
        }
        make(given == null ? PasswordRules.firstPassword() : given, given == null);
    }

    /** Nodes that start for the first time at the same moment all find that nobody is there: one of them makes the login. */
    void make(String password, boolean isMadeUp) {
        try {
            ActingAs.administrator(() -> accounts.createWithFirstPassword(null, "admin", password, Role.ADMIN));
        } catch (DataIntegrityViolationException e) {
            if (accounts.isEmpty()) {
                throw e;
            }
            log.info("Another node has made the first administrator, and shows the password");
            return;
        }
        if (isMadeUp) {
            log.warn("The first administrator is admin with the password {} (shown only this once)", password);
        }
    }
}
