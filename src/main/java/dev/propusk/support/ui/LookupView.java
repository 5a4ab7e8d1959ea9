package dev.propusk.support.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.propusk.base.MacAddress;
import dev.propusk.support.Lookup;
import dev.propusk.support.Lookup.Found;
import dev.propusk.token.Token;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Support finds a device by its MAC, over all contracts. */
@Route("support")
@Menu(title = "support.title", order = 10)
@RolesAllowed("SUPPORT")
class LookupView extends VerticalLayout implements HasDynamicTitle {
    private final Lookup lookup;
    private final Clock clock;
    private final TextField mac = new TextField(getTranslation("support.mac"));
    private final Paragraph answer = new Paragraph();
    private final Grid<Found> grid = new Grid<>();

    LookupView(Lookup lookup, Clock clock) {
        this.lookup = lookup;
        this.clock = clock;
        mac.setHelperText(getTranslation("support.mac.help"));
        Button find = new Button(getTranslation("support.find"), click -> find());
        find.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        find.addClickShortcut(Key.ENTER);
        setUpGrid();
        answer.getElement().setAttribute("role", "status");
        FlexLayout question = new FlexLayout(mac, find);
        question.addClassName("filter-bar");
        setSizeFull();
        add(new H1(getTranslation("support.title")), question, answer, grid);
    }

    private void setUpGrid() {
        column(
                "support.contract",
                found -> found.contract().number() + ", " + found.contract().name());
        column("support.network", found -> found.contract().ssid());
        column("support.code", found -> found.token().code().grouped());
        column(
                "support.reuse",
                found -> getTranslation("token.reuse." + found.token().reuse()));
        column("support.state", found -> state(found.token()));
        column("support.activated", found -> time(found, found.token().activatedAt()));
        column(
                "support.until",
                found -> time(found, found.token().annulledAt(clock.instant()).or(found.token()::expiresAt)));
        grid.setEmptyStateText(getTranslation("support.empty"));
        grid.setSizeFull();
    }

    private void column(String key, ValueProvider<Found, String> value) {
        grid.addColumn(value).setHeader(getTranslation(key)).setAutoWidth(true).setResizable(true);
    }

    private void find() {
        Optional<MacAddress> device = MacAddress.read(mac.getValue());
        mac.setErrorMessage(getTranslation("support.mac.error"));
        mac.setInvalid(device.isEmpty());
        device.ifPresent(this::show);
    }

    private void show(MacAddress device) {
        List<Found> found = lookup.find(device);
        grid.setItems(found);
        String many = getTranslation("support.found", device, found.size());
        answer.setText(device.isPrivate() ? many + " " + getTranslation("support.private") : many);
    }

    private String state(Token token) {
        Instant now = clock.instant();
        return token.annulment(now)
                .map(reason -> getTranslation("token.annulment." + reason))
                .orElseGet(() -> getTranslation("token.state." + token.state(now)));
    }

    private String time(Found found, Optional<Instant> time) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss VV", getLocale());
        return time.map(at -> format.format(at.atZone(found.contract().zone()))).orElse("–");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("support.title") + " · " + getTranslation("app.name");
    }
}
