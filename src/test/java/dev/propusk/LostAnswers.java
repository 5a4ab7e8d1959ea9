package dev.propusk;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** Stands between the pool and the driver: a COMMIT can land, and the connection break before its answer comes. */
@Component
public class LostAnswers implements BeanPostProcessor {
    private static final ScopedValue<AtomicBoolean> LOSING = ScopedValue.newInstance();

    /** @return what the call returns although the answer to its first COMMIT is lost */
    public static <T> T toFirstCommit(Callable<T> call) throws Exception {
        AtomicBoolean losing = new AtomicBoolean(true);
        T returned = ScopedValue.where(LOSING, losing).call(call::call);
        if (losing.get()) {
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
                LostAnswers.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        Object returned = method.invoke(real, arguments);
                        if (method.getName().equals("commit")
                                && LOSING.isBound()
                                && LOSING.get().getAndSet(false)) {
                            real.abort(Runnable::run);
                            throw new SQLNonTransientConnectionException("Socket error: unexpected end of stream", "08000");
                        }
                        return returned;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
