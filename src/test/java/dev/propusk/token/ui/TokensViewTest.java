package dev.propusk.token.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.base.Texts;
import dev.propusk.contract.Contract;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import dev.propusk.token.Activation;
import dev.propusk.token.Generation;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenOrder;
import dev.propusk.token.TokenState;
import dev.propusk.token.Tokens;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The token view in memory, found by what a person reads; an owner is signed in. */
@PropuskTest
class TokensViewTest extends SpringBrowserlessTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    Tokens tokens;

    @Autowired
    Generation generation;

    @Autowired
    Activation activation;

    @Autowired
    Clock clock;

    Contract hotel;

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

    @Test
    void anEmptyContractIsToldWhatToDo() {
        open(TokenQuery.ALL);
        assertThat(find(H1.class).single().getText()).isEqualTo("Tokens");
        assertThat(grid().getEmptyStateText()).startsWith("No tokens yet.");
        assertThat(tabs()).containsExactly("All 0", "Unused 0", "Active 0", "Annulled 0");
    }

    @Test
    void theAddressSaysWhatIsShown() {
        Token single = generate(Reuse.SINGLE_USE, "room 12", "B-4711");
        Token multi = generate(Reuse.MULTI_USE, "till", null);
        Token entered = activation.activate(hotel.id(), multi.code(), TestContracts.device());

        open(TokenQuery.ALL);
        assertThat(codes()).hasSize(3);
        assertThat(tabs()).containsExactly("All 3", "Unused 2", "Active 1", "Annulled 0");
        open(TokenQuery.ALL.withState(TokenState.ACTIVE));
        assertThat(codes()).containsExactly(multi.code().grouped());
        open(TokenQuery.ALL.withFilter(null, Reuse.SINGLE_USE, null, null));
        assertThat(codes()).containsExactly(single.code().grouped());
        open(TokenQuery.ALL.withToken(entered.id()));
        assertThat(find(TokenPanel.class).single().getHeaderTitle())
                .isEqualTo("Token " + multi.code().grouped());
    }

    @Test
    void theSearchUnderstandsACodeAMacAPartOfANoteAndAReference() {
        Token token = generate(Reuse.MULTI_USE, "room 12, sea view", "B-4711");
        generate(Reuse.SINGLE_USE, "another", "B-47");
        Token entered = activation.activate(hotel.id(), token.code(), TestContracts.device());
        String mac = entered.mac().orElseThrow().toString();

        assertThat(found(token.code().grouped())).isEqualTo(2);
        assertThat(found(mac.replace(":", "").toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(1);
        assertThat(found(mac.replace(":", "-"))).isEqualTo(1);
        assertThat(found("sea")).isEqualTo(2);
        assertThat(found("B-4711")).isEqualTo(2);
        assertThat(found("B-471")).isZero();
        assertThat(found(token.code().value() + "0"))
                .as("a code with a thirteenth digit")
                .isZero();
        assertThat(grid().getEmptyStateText()).startsWith("Nothing found.");
    }

    @Test
    void anotherContractsTokenIsNotShownByItsIdNorFoundByItsCode() {
        Contract cafe = contracts.open();
        Token foreign = contracts.asOwner(
                cafe,
                () -> generation
                        .generate(cafe.id(), new TokenOrder(1, Reuse.SINGLE_USE, Term.UNLIMITED, "secret", null))
                        .tokens()
                        .getFirst());

        open(TokenQuery.ALL.withToken(foreign.id()));
        assertThat(find(TokenPanel.class).exists()).isFalse();
        assertThat(test(find(Notification.class).single()).getText()).isEqualTo("This token is no longer there.");
        assertThat(found(foreign.code().value())).isZero();
        assertThat(found("secret")).isZero();
    }

    @Test
    void whatIsNoIdOrStateInTheAddressDoesNotCount() {
        generate(Reuse.SINGLE_USE, null, null);
        UI.getCurrent()
                .navigate(
                        TokensView.class,
                        QueryParameters.fromString("token=zz&state=lost&from=yesterday&sort=-price&reuse=thrice"));
        assertThat(codes()).hasSize(1);
        assertThat(find(TokenPanel.class).exists()).isFalse();
    }

    @Test
    void aDeviceIsActivatedByHandOnceItsAddressIsOne() {
        Token token = generate(Reuse.SINGLE_USE, null, null);
        open(TokenQuery.ALL.withToken(token.id()));
        TextField mac = find(TextField.class).withCaption("MAC of the device").single();

        test(mac).setValue("zz");
        press("Activate");
        assertThat(mac.isInvalid()).isTrue();
        assertThat(mac.getErrorMessage()).isEqualTo("This is not a MAC address. Example: AA:BB:CC:DD:EE:FF");
        assertThat(state(token)).isEqualTo(TokenState.UNUSED);

        test(mac).setValue("acde.4801.0203");
        press("Activate");
        assertThat(state(token)).isEqualTo(TokenState.ACTIVE);
        assertThat(tabs()).contains("Active 1");
    }

    @Test
    void annullingAsksOnceAndSaysWhoLosesAccess() {
        Token token = generate(Reuse.SINGLE_USE, null, null);
        activation.activate(hotel.id(), token.code(), TestContracts.device());
        open(TokenQuery.ALL.withToken(token.id()));

        press("Annul");
        ConfirmDialog question = find(ConfirmDialog.class).single();
        assertThat(state(token)).isEqualTo(TokenState.ACTIVE);
        assertThat(question.getElement().getTextRecursively()).contains("1 device will lose access at once.");
        test(question).confirm();
        assertThat(state(token)).isEqualTo(TokenState.ANNULLED);
    }

    private Token generate(Reuse reuse, String note, String reference) {
        return generation
                .generate(hotel.id(), new TokenOrder(1, reuse, Term.ofDays(7), note, reference))
                .tokens()
                .getFirst();
    }

    private void open(TokenQuery query) {
        UI.getCurrent().navigate(TokensView.class, query.parameters());
    }

    private int found(String text) {
        open(TokenQuery.ALL.withFilter(text, null, null, null));
        return codes().size();
    }

    private TokenState state(Token token) {
        return tokens.get(hotel.id(), token.id()).state(clock.instant());
    }

    @SuppressWarnings("unchecked")
    private Grid<Token> grid() {
        return find(Grid.class).single();
    }

    private List<String> codes() {
        var tester = test(grid());
        return java.util.stream.IntStream.range(0, tester.size())
                .mapToObj(row -> tester.getRow(row).code().grouped())
                .toList();
    }

    private List<String> tabs() {
        return find(Tab.class).all().stream().map(Tab::getLabel).toList();
    }

    private void press(String text) {
        test(find(Button.class).withText(text).single()).click();
    }
}
