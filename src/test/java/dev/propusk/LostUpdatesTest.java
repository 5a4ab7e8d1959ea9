package dev.propusk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.propusk.account.AccountAdministration;
import dev.propusk.account.AccountColumn;
import dev.propusk.account.AccountList;
import dev.propusk.account.Accounts;
import dev.propusk.account.Login;
import dev.propusk.base.ChangedMeanwhileException;
import dev.propusk.base.Texts;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.NetworkTerms;
import dev.propusk.contract.NewContract;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayChange;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.Gateways;
import dev.propusk.gateway.NewGateway;
import dev.propusk.list.Sorting;
import dev.propusk.list.Span;
import dev.propusk.panel.MeanwhileNotice;
import dev.propusk.portal.PortalNotes;
import dev.propusk.retention.LegalHold;
import dev.propusk.retention.LegalHolds;
import dev.propusk.security.ActingAs;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import dev.propusk.sheet.SheetLanguage;
import dev.propusk.sheet.SheetPaper;
import dev.propusk.sheet.SheetSettings;
import dev.propusk.sheet.SheetSetup;
import dev.propusk.webhook.Hook;
import dev.propusk.webhook.Hooks;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Two people with one form each: the second is told who changed what, keeps what was typed, and overwrites nothing. */
@PropuskTest
class LostUpdatesTest extends SpringBrowserlessTest {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    @Autowired
    TestContracts test;

    @Autowired
    Contracts contracts;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountAdministration administration;

    @Autowired
    AccountList logins;

    @Autowired
    Gateways gateways;

    @Autowired
    Hooks hooks;

    @Autowired
    PortalNotes notes;

    @Autowired
    SheetSetup setup;

    @Autowired
    LegalHolds holds;

    private Contract hotel;
    private PanelUser other;

    /** Signs in by {@link #open} what comes after: who it is depends on the form. */
    @Override
    @BeforeEach
    protected void initVaadinEnvironment() {
        hotel = test.open();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aContractThatSomebodyElseChangedIsNotOverwritten() {
        asAdministrator("contracts");
        firstRow(hotel.number());
        press("Edit");
        type(TextField.class, "Name", "Mine");
        NewContract theirs = new NewContract(hotel.number(), "Theirs", hotel.slug(), "Their net", MOSCOW, true);
        as(other, () -> contracts.change(hotel.id(), theirs, 0));
        pressLast("Save");

        isTold("Name, Network (SSID)");
        assertThat(contracts.get(hotel.id()).name()).isEqualTo("Theirs");
        assertThat(value(TextField.class, "Name")).isEqualTo("Mine");
        press("Show how it stands now");
        assertThat(value(TextField.class, "Name")).isEqualTo("Theirs");
        type(TextField.class, "Name", "Mine");
        pressLast("Save");
        assertThat(contracts.get(hotel.id()).name()).isEqualTo("Mine");
        assertThat(contracts.get(hotel.id()).ssid()).isEqualTo("Their net");
    }

    @Test
    void aNetworkThatAnotherOwnerChangedIsNotOverwritten() {
        asOwner("network");
        type(TextField.class, "Name", "Mine");
        as(other, () -> contracts.changeNetwork(hotel.id(), new NetworkTerms("Theirs", "Their net", MOSCOW), 0));
        press("Save");

        isTold("Name, Network (SSID)");
        assertThat(contracts.get(hotel.id()).name()).isEqualTo("Theirs");
        press("Show how it stands now");
        assertThat(value(TextField.class, "Name")).isEqualTo("Theirs");
        type(TextField.class, "Name", "Mine");
        press("Save");
        assertThat(contracts.get(hotel.id()).ssid()).isEqualTo("Their net");
    }

    @Test
    void theOwnersNetworkIsNotOverwrittenByAnAdministratorsOldDialog() {
        asAdministrator("contracts");
        firstRow(hotel.number());
        press("Edit");
        other = test.user(test.login(hotel, Role.OWNER));
        as(other, () -> contracts.changeNetwork(hotel.id(), new NetworkTerms(hotel.name(), "New net", MOSCOW), 0));
        type(TextField.class, "Name", "Mine");
        pressLast("Save");
        isTold("Network (SSID)");
        assertThat(contracts.get(hotel.id()).ssid()).isEqualTo("New net");
    }

    @Test
    void aGatewayThatAnotherAdministratorChangedIsNotOverwritten() {
        Gateway gateway = gateway();
        asAdministrator("gateways");
        firstRow(gateway.name());
        type(TextField.class, "Name", "Mine");
        NewGateway theirs =
                new NewGateway("Theirs", GatewayKind.OTHER, null, "10.1.1.2", 3799, "their-secret", null, List.of());
        as(other, () -> gateways.change(hotel.id(), gateway.id(), GatewayChange.to(theirs), 0));
        press("Save");

        isTold("Name, IP address");
        assertThat(find(gateway).name()).isEqualTo("Theirs");
        assertThat(value(TextField.class, "Name")).isEqualTo("Mine");
        press("Show how it stands now");
        type(TextField.class, "Name", "Mine");
        press("Save");
        assertThat(find(gateway).name()).isEqualTo("Mine");
        assertThat(find(gateway).address()).contains("10.1.1.2");
        assertThat(find(gateway).hasRadiusSecret()).isTrue();
    }

    @Test
    void aGatewaysKeyThatWasJustRenewedIsNotRenewedUnseen() {
        Gateway gateway = gateway();
        asAdministrator("gateways");
        firstRow(gateway.name());
        press("New key");
        as(other, () -> gateways.renewKey(hotel.id(), gateway.id(), 0));
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(notice()).isEqualTo("Not saved: " + other.getUsername() + " has made changes meanwhile.");
        assertThat(find(gateway).version()).isEqualTo(1);
    }

    @Test
    void whereEventsGoIsNotOverwritten() {
        asOwner("events");
        type(TextField.class, "Address for events", "https://mine.example/");
        as(other, () -> hooks.set(hotel.id(), "https://theirs.example/", 3, null));
        press("Save");

        isTold("Address for events, Notify when left");
        assertThat(hook().url()).isEqualTo("https://theirs.example/");
        press("Show how it stands now");
        assertThat(value(IntegerField.class, "Notify when left")).isEqualTo(3);
        type(TextField.class, "Address for events", "https://mine.example/");
        press("Save");
        assertThat(hook()).isEqualTo(new Hook(hotel.id(), "https://mine.example/", 3));
    }

    @Test
    void whatGuestsAreToldIsNotOverwritten() {
        asOwner("guest-page");
        type(TextArea.class, "What to tell guests", "mine");
        as(other, () -> {
            notes.change(hotel.id(), "theirs", "");
            return true;
        });
        press("Save");

        isTold("What to tell guests");
        assertThat(notes.of(hotel.id())).contains("theirs");
        assertThat(value(TextArea.class, "What to tell guests")).isEqualTo("mine");
        press("Show how it stands now");
        type(TextArea.class, "What to tell guests", "theirs and mine");
        press("Save");
        assertThat(notes.of(hotel.id())).contains("theirs and mine");
    }

    @Test
    void theSheetsSettingsAreNotOverwritten() {
        asOwner("sheet-settings");
        type(TextArea.class, "Instructions for the guest", "mine");
        SheetSettings theirs = new SheetSettings(
                SheetLanguage.ENGLISH, "theirs", true, SheetPaper.A4, true, SheetSettings.DEFAULT.order(), true);
        as(other, () -> setup.change(hotel.id(), theirs, 0));
        press("Save");

        isTold("Language, Instructions for the guest");
        assertThat(as(other, () -> setup.of(hotel.id())).settings()).isEqualTo(theirs);
    }

    @Test
    void aLoginThatAnotherOwnerChangedIsNotChangedUnseen() {
        Login desk = desk();
        asOwner("accounts");
        firstRow(desk.username());
        press("Disable");
        as(other, () -> {
            administration.changeRole(hotel.id(), desk.id(), Role.OWNER, desk.version());
            return true;
        });
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(notice()).isEqualTo("Not saved: " + other.getUsername() + " has made changes meanwhile.");
        assertThat(desk().enabled()).isTrue();
        assertThat(desk().role()).isEqualTo(Role.OWNER);
    }

    @Test
    @SuppressWarnings("unchecked")
    void aHoldThatAnotherAdministratorLiftedIsNotLiftedAgain() {
        ActingAs.administrator(() -> holds.place(TimeOrderedId.next(), hotel.number(), "letter 1"));
        LegalHold hold = hold();
        asAdministrator("retention");
        as(other, () -> {
            holds.lift(hold, "letter 2");
            return true;
        });
        test((Button) test(find(Grid.class).single()).getCellComponent(0, 4)).click();
        type(TextField.class, "Reason for lifting it", "letter 3");
        pressLast("Lift the hold");
        assertThat(notice()).isEqualTo("Not saved: " + other.getUsername() + " has made changes meanwhile.");
        assertThat(hold().liftedBy()).isEqualTo(other.getUsername());
    }

    @Test
    void ofManyWhoSaveAtTheSameTimeOneSucceedsAndTheOthersAreTold() throws Exception {
        PanelUser owner = test.user(test.login(hotel, Role.OWNER));
        oneOfMany(name ->
                as(owner, () -> contracts.changeNetwork(hotel.id(), new NetworkTerms(name, "net", MOSCOW), 0)));
        oneOfMany(name -> as(owner, () -> hooks.set(hotel.id(), "https://a.example/" + name, 1, null)));
        oneOfMany(name -> as(owner, () -> {
            notes.change(hotel.id(), name, "");
            return name;
        }));
    }

    private static void oneOfMany(Consumer<String> event) throws Exception {
        List<Callable<Boolean>> tries = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(number -> () -> {
                    try {
                        event.accept("n" + number);
                        return true;
                    } catch (ChangedMeanwhileException e) {
                        return false;
                    }
                })
                .toList();
        int succeeded = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> one : threads.invokeAll(tries)) {
                succeeded += one.get() ? 1 : 0;
            }
        }
        assertThat(succeeded).isOne();
    }

    private void isTold(String changed) {
        assertThat(find(MeanwhileNotice.class)
                        .withCondition(Component::isVisible)
                        .single()
                        .getElement()
                        .getTextRecursively())
                .isEqualTo("Not saved: " + other.getUsername() + " has made changes meanwhile." + "Changed: " + changed
                        + "." + "What you typed is still here." + "Show how it stands now");
    }

    private Gateway gateway() {
        Gateway[] added = new Gateway[1];
        ActingAs.administrator(() ->
                added[0] = gateways.add(hotel.id(), GatewayId.next(), NewGateway.named(hotel.slug(), GatewayKind.OTHER))
                        .gateway());
        return added[0];
    }

    private Gateway find(Gateway gateway) {
        Gateway[] found = new Gateway[1];
        ActingAs.administrator(() -> found[0] = gateways.get(hotel.id(), gateway.id()));
        return found[0];
    }

    private Login desk() {
        return as(
                        test.user(test.login(hotel, Role.OWNER)),
                        () -> logins.page(hotel.id(), "", Span.first(new Sorting<>(AccountColumn.USERNAME, false), 50)))
                .stream()
                .map(AccountList.Listed::login)
                .filter(login -> login.username().equals(test.login(hotel, Role.OPERATOR)))
                .findFirst()
                .orElseThrow();
    }

    private Hook hook() {
        return as(other, () -> hooks.find(hotel.id())).orElseThrow();
    }

    private LegalHold hold() {
        LegalHold[] found = new LegalHold[1];
        ActingAs.administrator(() -> found[0] = holds.list().stream()
                .filter(hold -> hotel.number().equals(hold.contractNumber()))
                .findFirst()
                .orElseThrow());
        return found[0];
    }

    private void asAdministrator(String address) {
        other = test.user(test.administrator());
        open(test.user(test.administrator()), address);
    }

    private void asOwner(String address) {
        String name = hotel.slug() + "-partner";
        ActingAs.administrator(() -> accounts.create(hotel.id(), name, TestContracts.PASSWORD, Role.OWNER));
        other = test.user(name);
        open(test.user(test.login(hotel, Role.OWNER)), address);
    }

    private void open(PanelUser user, String address) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, "", user.getAuthorities()));
        super.initVaadinEnvironment();
        UI.getCurrent().setLocale(Texts.ENGLISH);
        UI.getCurrent().navigate(address, QueryParameters.of("q", hotel.number()));
    }

    private static <T> T as(PanelUser user, Supplier<T> event) {
        return ActingAs.user(user, event);
    }

    @SuppressWarnings("unchecked")
    private void firstRow(String text) {
        Grid<Object> grid = find(Grid.class).single();
        var tester = test(grid);
        for (int row = 0; row < tester.size(); row++) {
            if (tester.getCellText(row, 1).equals(text)
                    || tester.getCellText(row, 0).equals(text)) {
                tester.clickRow(row);
                return;
            }
        }
        throw new AssertionError(text);
    }

    private void press(String text) {
        test(find(Button.class).withText(text).all().getFirst()).click();
    }

    private void pressLast(String text) {
        test(find(Button.class).withText(text).all().getLast()).click();
    }

    private <T extends Component & HasValue<?, V>, V> void type(Class<T> field, String label, V value) {
        labelled(field, label).setValue(value);
    }

    private <T extends Component & HasValue<?, V>, V> V value(Class<T> field, String label) {
        return labelled(field, label).getValue();
    }

    private String notice() {
        return test(find(Notification.class).last()).getText();
    }

    private <T extends Component> T labelled(Class<T> type, String label) {
        return find(type)
                .withCondition(field -> label.equals(field.getElement().getProperty("label")))
                .single();
    }
}
