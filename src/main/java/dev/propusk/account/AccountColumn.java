package dev.propusk.account;

import dev.propusk.account.AccountList.Listed;
import dev.propusk.list.SortKey;
import java.util.List;

/** What the list of logins can be sorted by. */
public final class AccountColumn {
    public static final SortKey<Listed> USERNAME =
            SortKey.unique("username", row -> row.login().username());
    public static final SortKey<Listed> ROLE =
            SortKey.of("role", row -> row.login().role().name());
    public static final SortKey<Listed> STATE =
            SortKey.of("state", row -> row.login().state().name());
    public static final SortKey<Listed> SECOND_FACTOR =
            SortKey.of("second_factor", row -> row.login().secondFactor());
    /** The first is the one that it is sorted by at first. */
    public static final List<SortKey<Listed>> ALL = List.of(USERNAME, ROLE, STATE, SECOND_FACTOR);

    private AccountColumn() {}
}
