package dev.propusk;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Stands between the pool and the driver: a COMMIT can land, and the connection break before its answer comes. */
@Component
@ConditionalOnBooleanProperty(name = "test.lost-answers", matchIfMissing = true)
public class LostAnswers implements BeanPostProcessor {
    private static final ScopedValue<Loss> LOSS = ScopedValue.newInstance();
    private static final int LATER_MS = 300;

    private record Loss(AtomicBoolean isToCome, boolean landsLater) {}

    /** What the call returns although the answer to its first COMMIT of a change is lost. */
    public static <T> T toFirstCommit(Callable<T> call) throws Exception {
        return lose(new Loss(new AtomicBoolean(true), false), call);
    }

    /** The same, where the server is still at it when the connection breaks. */
    public static <T> T toFirstCommitThatLandsLater(Callable<T> call) throws Exception {
        return lose(new Loss(new AtomicBoolean(true), true), call);
    }

    private static <T> T lose(Loss loss, Callable<T> call) throws Exception {
        T returned = ScopedValue.where(LOSS, loss).call(call::call);
        if (loss.isToCome().get()) {
            throw new AssertionError("Nothing was committed");
        }
        return returned;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && pool.getDataSource() == null) {
            pool.setDataSource(breakable(new DriverDataSource(
                    pool.getJdbcUrl(),
                    pool.getDriverClassName(),
                    pool.getDataSourceProperties(),
                    pool.getUsername(),
                    pool.getPassword())));
        }
        return bean;
    }

    private static DataSource breakable(DataSource driver) {
        return new DelegatingDataSource(driver) {
            @Override
            public Connection getConnection() throws SQLException {
                return breakable(super.getConnection());
            }

            @Override
            public Connection getConnection(String user, String password) throws SQLException {
                return breakable(super.getConnection(user, password));
            }
        };
    }

    private static Connection breakable(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                LostAnswers.class.getClassLoader(), new Class<?>[] {Connection.class}, new Breakable(real));
    }

    private static final class Breakable implements InvocationHandler {
        private final Connection real;
        private volatile boolean leftToTheServer;

        Breakable(Connection real) {
            this.real = real;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            String name = method.getName();
            if (leftToTheServer && Set.of("close", "abort").contains(name)) {
                return null;
            }
            if (name.equals("commit")
                    && LOSS.isBound()
                    && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()
                    && LOSS.get().isToCome().getAndSet(false)) {
                lose(LOSS.get().landsLater());
            }
            Said.listen(real, name, arguments);
            try {
                return Said.listened(arguments, method.invoke(real, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private void lose(boolean landsLater) throws SQLException {
            if (landsLater) {
                leftToTheServer = true;
                CompletableFuture.delayedExecutor(LATER_MS, TimeUnit.MILLISECONDS)
                        .execute(this::commit);
            } else {
                real.commit();
                real.abort(Runnable::run);
            }
            throw new SQLNonTransientConnectionException("Socket error: unexpected end of stream", "08000");
        }

        private void commit() {
            try (real) {
                real.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
