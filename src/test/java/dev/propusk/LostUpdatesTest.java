package dev.propusk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.base.ChangedMeanwhileException;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.NetworkTerms;
import dev.propusk.contract.NewContract;
import dev.propusk.portal.PortalNotes;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two people with one form each: the second is told who changed what, keeps what was typed, and overwrites nothing. */
class LostUpdatesTest extends TwoPeople {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    @Autowired
    Contracts contracts;

    @Autowired
    Hooks hooks;

    @Autowired
    PortalNotes notes;

    @Autowired
    SheetSetup setup;

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

    private Hook hook() {
        return as(other, () -> hooks.find(hotel.id())).orElseThrow();
    }
}
