package dev.propusk.token.ui;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import dev.propusk.TestContracts;
import dev.propusk.base.Texts;
import dev.propusk.contract.Contract;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.TokenState;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.generate.Generation;
import dev.propusk.token.search.Tokens;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** A view in memory, found by what a person reads; an owner of an empty contract is signed in, in English. */
public abstract class PanelViewTest extends SpringBrowserlessTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    public Tokens tokens;

    @Autowired
    public Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Clock clock;

    public Contract hotel;

    /** Signs in before the mocked request takes over who is signed in. */
    @Override
    @BeforeEach
    protected void initVaadinEnvironment() {
        hotel = contracts.open();
        PanelUser owner = contracts.user(contracts.login(hotel, Role.OWNER));
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(owner, "", owner.getAuthorities()));
        super.initVaadinEnvironment();
        UI.getCurrent().setLocale(Texts.ENGLISH);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    Token generate(Reuse reuse, @Nullable String note, @Nullable String reference) {
        return generation
                .generate(hotel.id(), new TokenRequest(1, reuse, Term.ofDays(7), note, reference))
                .tokens()
                .getFirst();
    }

    void open(TokenAddress query) {
        UI.getCurrent().navigate(TokensView.class, query.parameters());
    }

    int found(String text) {
        open(TokenAddress.ALL.withFilter(text, null, null, null));
        return codes().size();
    }

    TokenState state(Token token) {
        return tokens.get(hotel.id(), token.id()).state(clock.instant());
    }

    @SuppressWarnings("unchecked")
    Grid<Token> grid() {
        return find(Grid.class).single();
    }

    List<String> codes() {
        var tester = test(grid());
        return IntStream.range(0, tester.size())
                .mapToObj(row -> tester.getRow(row).code().grouped())
                .toList();
    }

    List<String> tabs() {
        return find(Button.class, find(StateTabs.class).single()).all().stream()
                .map(Button::getText)
                .toList();
    }

    void press(String text) {
        test(find(Button.class).withText(text).single()).click();
    }
}
