package dev.propusk.data;

import org.hibernate.exception.JDBCConnectionException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionUsageException;
import org.springframework.transaction.UnexpectedRollbackException;

/**
 * Tells a database that does not answer now, or is too busy, from one that has refused what it was asked: the first is
 * told as such and tried again, the second is a fault of ours.
 */
public final class DatabaseAway {
    private DatabaseAway() {}

    /** Whether that is why it failed, however deep the reason lies. */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isMeantBy(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMeantBy(Throwable failure) {
        return switch (failure) {
            case TransactionUsageException e -> false;
            case UnexpectedRollbackException e -> false;
            case TransactionException e -> true;
            case DataAccessResourceFailureException e -> true;
            case TransientDataAccessException e -> true;
            case JDBCConnectionException e -> true;
            default -> false;
        };
    }
}
