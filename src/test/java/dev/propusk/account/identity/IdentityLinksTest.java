package dev.propusk.account.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.propusk.contract.Contract;
import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.security.ActingAs;
import dev.propusk.security.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which login an identity is, and stays. */
class IdentityLinksTest extends VouchedFor {
    @Test
    void aLoginIsKnownByItsNameOnceAndByTheSubjectFromThenOn() throws Exception {
        Contract hotel = contracts.open();
        allow(hotel, true);
        String login = contracts.login(hotel, Role.OWNER);
        provider.knows(login, of(hotel, "hotel-owner"));
        TestVisit visit = visit();
        assertThat(visit.signIn(login)).isEqualTo("/");
        assertThat(user(visit).account()).isEqualTo(contracts.user(login).account());
        assertThat(journal("account.identity-linked", login)).isOne();

        // renamed over there
        String renamed = somebody();
        provider.knows(renamed, with(of(hotel, "hotel-owner"), "sub", "subject-of-" + login));
        TestVisit again = visit();
        assertThat(again.signIn(renamed)).isEqualTo("/");
        assertThat(user(again).getUsername()).isEqualTo(login);

        // somebody else with the name
        String other = somebody();
        provider.knows(other, with(of(hotel, "hotel-owner"), "preferred_username", login));
        assertThat(visit().signIn(other)).endsWith("/conflict");

        ActingAs.administrator(() -> {
            assertThat(identities.isLinked(hotel.id(), user(again).account())).isTrue();
            identities.unlink(hotel.id(), user(again).account());
        });
        assertThat(journal("account.identity-unlinked", login)).isOne();
        assertThat(visit().signIn(other)).isEqualTo("/");
    }

    @Test
    void aLoginOfAnotherRoleOrContractIsNobodysByItsNameAlone() throws Exception {
        Contract hotel = contracts.open();
        Contract cafe = contracts.open();
        allow(hotel, true);
        allow(cafe, true);
        String owner = contracts.login(hotel, Role.OWNER);
        for (Map<String, Object> claims : List.of(of(hotel, "reception"), of(cafe, "hotel-owner"), ADMIN)) {
            provider.knows(owner, claims);
            assertThat(visit().signIn(owner)).as(claims.toString()).endsWith("/conflict");
        }
        assertThat(journal("account.identity-linked", owner)).isZero();
    }

    @Test
    void whatTheDatabaseOnlyTakesForTheSameNameIsNobodysLogin() throws Exception {
        String name = somebody() + "e";
        String stored = contracts.administrator();
        jdbc.sql("update account set username = ? where username = ?")
                .params(name.replaceFirst("e$", "é"), stored)
                .update();
        provider.knows(name, ADMIN);
        assertThat(visit().signIn(name)).endsWith("/conflict");
    }

    @Test
    void nothingIsUnlinkedByThoseOfASuspendedContract() throws Exception {
        Contract hotel = contracts.open();
        allow(hotel, true);
        String login = contracts.login(hotel, Role.OPERATOR);
        provider.knows(login, of(hotel, "reception"));
        visit().signIn(login);
        UUID id = contracts.user(login).account();
        contracts.suspend(hotel.id());
        assertThatThrownBy(() -> contracts.asOwner(hotel, () -> {
                    identities.unlink(hotel.id(), id);
                    return true;
                }))
                .isInstanceOf(WrongContractStatusException.class);
        assertThat(journal("account.identity-unlinked", login)).isZero();
        ActingAs.administrator(() -> identities.unlink(hotel.id(), id));
        assertThat(journal("account.identity-unlinked", login)).isOne();
    }
}
