package dev.propusk.command.backup;

import dev.propusk.base.StartRefusedException;

/** A backup was not made, or can't be used. */
class BackupFailedException extends StartRefusedException {
    private static final long serialVersionUID = 1;

    BackupFailedException(String problem, String remedy) {
        super(problem, remedy);
    }

    BackupFailedException(String problem, String remedy, Throwable cause) {
        super(problem, remedy, cause);
    }
}
