package dev.propusk.account.install;

import dev.propusk.base.StartRefusedException;

/** The application was started on a database that is meant for something else. */
public class WrongInstallationException extends StartRefusedException {
    private static final long serialVersionUID = 1;

    WrongInstallationException(String problem) {
        super(problem, "Set another propusk.data-dir or spring.datasource.url.");
    }
}
