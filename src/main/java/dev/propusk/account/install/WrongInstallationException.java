package dev.propusk.account.install;

/** The application was started on a database that is meant for something else. */
public class WrongInstallationException extends RuntimeException {
    WrongInstallationException(String message) {
        super(message + " Set another propusk.data-dir or spring.datasource.url.");
    }
}
