package dev.propusk.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.router.QueryParameters;
import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.TestGateways;
import dev.propusk.account.AccountList;
import dev.propusk.base.Texts;
import dev.propusk.contract.Contract;
import dev.propusk.contract.ContractBox;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.GatewayList;
import dev.propusk.gateway.NewGateway;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The lists of contracts, logins and gateways as an administrator sees them, and an owner's of logins. */
@PropuskTest
class ProviderListsTest extends SpringBrowserlessTest {
    @Autowired
    TestContracts contracts;

    @Autowired
    TestGateways gateways;

    private String called;
    private Contract hotel;
    private Contract cafe;

    /** Signs in before the mocked request takes over who is signed in. */
    @Override
    @BeforeEach
    protected void initVaadinEnvironment() {
        called = "Дом " + ThreadLocalRandom.current().nextInt(100_000, 1_000_000);
        hotel = contracts.open(called);
        cafe = contracts.open(called);
        signIn(contracts.administrator());
    }

    private void signIn(String login) {
        PanelUser user = contracts.user(login);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, "", user.getAuthorities()));
        super.initVaadinEnvironment();
        UI.getCurrent().setLocale(Texts.ENGLISH);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aContractIsFoundByAnyPartOfWhatItIsCalledWhateverTheCase() {
        for (String text : List.of(
                hotel.number(),
                hotel.number().substring(2),
                hotel.name().toUpperCase(Locale.ROOT),
                hotel.slug(),
                "et " + hotel.ssid().substring(4))) {
            open("contracts", text);
            assertThat(this.<Contract>rows()).as(text).extracting(Contract::id).containsExactly(hotel.id());
        }
        open("contracts", "100% no such_");
        assertThat(rows()).isEmpty();
        assertThat(grid().getEmptyStateText()).isEqualTo("Nothing found. Change or clear the search.");
        open("contracts", "");
        assertThat(grid().getEmptyStateText()).startsWith("There are no contracts.");
    }

    @Test
    void whatIsLookedForStandsInTheAddressAndTheHeadsSort() {
        open("contracts", "");
        test(find(TextField.class).withCaption("Number, name or network").single())
                .setValue(called);
        assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters().getQueryString())
                .isEqualTo("q=%D0%94%D0%BE%D0%BC%20" + called.substring(4));
        Grid<Contract> grid = grid();
        Grid.Column<Contract> name = grid.getColumns().stream()
                .filter(column -> "Name".equals(column.getHeaderText()))
                .findFirst()
                .orElseThrow();
        grid.sort(List.of(new GridSortOrder<>(name, SortDirection.DESCENDING)));
        List<String> names = this.<Contract>rows().stream().map(Contract::name).toList();
        assertThat(names)
                .containsExactlyInAnyOrder(hotel.name(), cafe.name())
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER.reversed());
    }

    @Test
    void aLoginIsFoundByWhatItOrItsContractsNumberBeginsWith() {
        open("accounts", contracts.login(hotel, Role.OWNER));
        assertThat(this.<AccountList.Listed>rows())
                .extracting(row -> row.login().username())
                .containsExactly(contracts.login(hotel, Role.OWNER));
        open("accounts", hotel.number().toLowerCase(Locale.ROOT));
        assertThat(this.<AccountList.Listed>rows())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.contractNumber()).isEqualTo(hotel.number()));
        open("accounts", "admin-");
        assertThat(this.<AccountList.Listed>rows())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.contractNumber()).isNull());
    }

    @Test
    void anOwnerSeesTheLoginsOfTheirContractAlone() {
        signIn(contracts.login(hotel, Role.OWNER));
        open("accounts", "");
        assertThat(this.<AccountList.Listed>rows())
                .extracting(row -> row.login().username())
                .containsExactly(contracts.login(hotel, Role.OPERATOR), contracts.login(hotel, Role.OWNER));
        open("accounts", "operator");
        assertThat(rows()).hasSize(1);
        open("accounts", cafe.slug());
        assertThat(rows()).isEmpty();
    }

    @Test
    void aGatewayIsFoundByItsNameItsAddressAndItsContract() {
        String address = "10.79.%d.%d"
                .formatted(
                        Math.floorMod(hotel.number().hashCode(), 250),
                        Math.floorMod(cafe.number().hashCode(), 250));
        Gateway gateway = gateways.add(
                        hotel,
                        new NewGateway(
                                "Ядро " + hotel.number(),
                                GatewayKind.OTHER,
                                null,
                                address,
                                3799,
                                null,
                                null,
                                List.of()))
                .gateway();
        for (String text : List.of("ядро " + hotel.number().substring(0, 5), address, hotel.number())) {
            open("gateways", text);
            assertThat(this.<GatewayList.Listed>rows())
                    .as(text)
                    .extracting(row -> row.gateway().id())
                    .containsExactly(gateway.id());
        }
        assertThat(this.<GatewayList.Listed>rows().getFirst().contract().name()).isEqualTo(hotel.name());
    }

    @Test
    void aContractIsChosenAmongThoseThatFitWhatIsTyped() {
        open("accounts", "");
        test(find(Button.class).withText("Invite").single()).click();
        ContractBox box = find(ContractBox.class).single();
        test(box).setFilter(hotel.slug());
        assertThat(test(box).getSuggestionItems()).extracting(Contract::id).containsExactly(hotel.id());
        assertThat(test(box).getSuggestions()).containsExactly(hotel.number() + ", " + hotel.name());
    }

    private void open(String view, String text) {
        UI.getCurrent().navigate(view, text.isEmpty() ? QueryParameters.empty() : QueryParameters.of("q", text));
        assertThat(find(Paragraph.class).withClassName("capped").exists()).isFalse();
    }

    @SuppressWarnings("unchecked")
    private <T> Grid<T> grid() {
        return find(Grid.class).single();
    }

    private <T> List<T> rows() {
        var tester = test(this.<T>grid());
        return IntStream.range(0, tester.size()).mapToObj(tester::getRow).toList();
    }
}
