package dev.propusk.token.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.contract.Contract;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.TokenState;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@PropuskTest
class TokensViewTest extends PanelViewTest {
    @Test
    void anEmptyContractIsToldWhatToDo() {
        open(TokenAddress.ALL);
        assertThat(find(H1.class).single().getText()).isEqualTo("Tokens");
        assertThat(grid().getEmptyStateComponent().getElement().getTextRecursively())
                .startsWith("No tokens yet.");
        assertThat(tabs()).containsExactly("All 0", "Unused 0", "Active 0", "Annulled 0");
    }

    @Test
    void theAddressSaysWhatIsShown() {
        Token single = generate(Reuse.SINGLE_USE, "room 12", "B-4711");
        Token multi = generate(Reuse.MULTI_USE, "till", null);
        Token entered = activation.activate(hotel.id(), multi.code(), TestContracts.device());

        open(TokenAddress.ALL);
        assertThat(codes()).hasSize(3);
        assertThat(tabs()).containsExactly("All 3", "Unused 2", "Active 1", "Annulled 0");
        open(TokenAddress.ALL.withState(TokenState.ACTIVE));
        assertThat(codes()).containsExactly(multi.code().grouped());
        open(TokenAddress.ALL.withFilter(null, Reuse.SINGLE_USE, null, null));
        assertThat(codes()).containsExactly(single.code().grouped());
        open(TokenAddress.ALL.withToken(entered.id()));
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
        assertThat(found(mac.replace(":", "").toLowerCase(Locale.ROOT))).isEqualTo(1);
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
                        .generate(cafe.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.UNLIMITED, "secret", null))
                        .tokens()
                        .getFirst());

        open(TokenAddress.ALL.withToken(foreign.id()));
        assertThat(find(TokenPanel.class).exists()).isFalse();
        assertThat(test(find(Notification.class).single()).getText()).isEqualTo("This token no longer exists.");
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
        open(TokenAddress.ALL.withToken(token.id()));
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
        open(TokenAddress.ALL.withToken(token.id()));

        press("Annul");
        ConfirmDialog question = find(ConfirmDialog.class).single();
        assertThat(state(token)).isEqualTo(TokenState.ACTIVE);
        assertThat(question.getElement().getTextRecursively()).contains("1 device will lose access at once.");
        test(question).confirm();
        assertThat(state(token)).isEqualTo(TokenState.ANNULLED);
    }
}
