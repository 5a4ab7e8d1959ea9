package dev.propusk;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * What a thread says to the database while a deed is done, by whatever connections: each of it goes there and back.
 * {@link LostAnswers} hears it.
 *
 * @param statements in their order
 * @param commits transactions that ended
 * @param asides what is said about a connection, such as that each statement is to stand by itself
 */
public record Said(List<String> statements, int commits, int asides) {
    private static final ScopedValue<Listener> LISTENER = ScopedValue.newInstance();

    private static final class Listener {
        private final List<String> statements = new ArrayList<>();
        private int commits;
        private int asides;
    }

    public static Said during(Callable<?> deed) throws Exception {
        Listener listener = new Listener();
        ScopedValue.where(LISTENER, listener).call(deed::call);
        return new Said(List.copyOf(listener.statements), listener.commits, listener.asides);
    }

    /** A connection is asked for something. */
    static void listen(Connection connection, String asked, Object @Nullable [] arguments) throws SQLException {
        if (LISTENER.isBound()) {
            if (asked.equals("commit") || asked.equals("rollback")) {
                LISTENER.get().commits++;
            }
            if (asked.equals("setAutoCommit")
                    && !Boolean.valueOf(connection.getAutoCommit()).equals(Objects.requireNonNull(arguments)[0])) {
                LISTENER.get().asides++;
            }
        }
    }

    /** It gave this. */
    static @Nullable Object listened(Object @Nullable [] arguments, @Nullable Object given) {
        return LISTENER.isBound() && given instanceof Statement statement ? counted(statement, arguments) : given;
    }

    private static Object counted(Statement real, Object @Nullable [] arguments) {
        String prepared = arguments == null || !(arguments[0] instanceof String sql) ? "" : sql;
        return Proxy.newProxyInstance(
                Said.class.getClassLoader(),
                new Class<?>[] {real instanceof CallableStatement ? CallableStatement.class : PreparedStatement.class},
                (proxy, method, given) -> {
                    if (method.getName().startsWith("execute")) {
                        String sql = given != null && given[0] instanceof String text ? text : prepared;
                        LISTENER.get().statements.add(sql.strip());
                    }
                    try {
                        return method.invoke(real, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
