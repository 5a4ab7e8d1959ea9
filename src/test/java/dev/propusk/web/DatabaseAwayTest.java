package dev.propusk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.data.DatabaseAway;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.exception.JDBCConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.UnexpectedRollbackException;

class DatabaseAwayTest {
    @Test
    void aDatabaseThatDoesNotAnswerOrIsTooBusyIsAway() {
        for (RuntimeException failure : List.of(
                new CannotGetJdbcConnectionException("refused", new SQLException()),
                new CannotCreateTransactionException("refused"),
                new TransactionSystemException("lost at COMMIT"),
                new JDBCConnectionException("lost", new SQLException()),
                new CannotAcquireLockException("a deadlock"),
                new QueryTimeoutException("slow"))) {
            assertThat(DatabaseAway.isCauseOf(failure)).as(failure.toString()).isTrue();
            assertThat(DatabaseAway.isCauseOf(new IllegalStateException(failure)))
                    .isTrue();
            assertThat(Failure.of(failure)).isEqualTo(Failure.DATABASE);
        }
    }

    @Test
    void aViolatedConstraintOrAWrongStatementIsNot() {
        for (RuntimeException failure : List.of(
                new DuplicateKeyException("two of one name"),
                new DataIntegrityViolationException("check"),
                new BadSqlGrammarException("find", "selekt", new SQLException()),
                new IncorrectResultSizeDataAccessException(1, 2),
                new InvalidDataAccessApiUsageException("null"),
                new IllegalTransactionStateException("none"),
                new UnexpectedRollbackException("rolled back"))) {
            assertThat(DatabaseAway.isCauseOf(failure)).as(failure.toString()).isFalse();
            assertThat(Failure.of(failure)).isEqualTo(Failure.UNEXPECTED);
        }
    }
}
