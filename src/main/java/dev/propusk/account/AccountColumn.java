package dev.propusk.account;

import dev.propusk.account.AccountList.Listed;
import dev.propusk.list.SortKey;
import java.util.function.Function;

/** What the list of logins can be sorted by. */
public enum AccountColumn implements SortKey<Listed> {
    USERNAME("username", Login::username),
    ROLE("role", login -> login.role().name()),
    STATE("state", login -> login.state().name()),
    SECOND_FACTOR("second_factor", Login::secondFactor);

    private final String column;
    /** A method, which has no state. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Login, Object> value;

    AccountColumn(String column, Function<Login, Object> value) {
        this.column = column;
        this.value = value;
    }

    @Override
    public String column() {
        return column;
    }

    @Override
    public boolean isUnique() {
        return this == USERNAME;
    }

    @Override
    public Object of(Listed row) {
        return value.apply(row.login());
    }
}
