package dev.propusk.api.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.propusk.api.key.ApiKey;
import dev.propusk.api.key.ApiKeys;
import dev.propusk.api.key.NewApiKey;
import dev.propusk.base.PageTitle;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.panel.Confirmation;
import dev.propusk.panel.Notices;
import dev.propusk.panel.RecordGrid;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The owner's page for the keys of their own software. */
@Route("api-keys")
@Menu(title = "key.menu", order = 50, icon = "vaadin:plug")
@RolesAllowed("OWNER")
class KeysView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    private final ApiKeys keys;
    private final ContractId contract;
    private final Clock clock;
    private final Contracts contracts;
    private final KeyWords words;
    private final RecordGrid<ApiKey> grid = new RecordGrid<>();
    private ZoneId zone = ZoneOffset.UTC;

    KeysView(ApiKeys keys, Contracts contracts, CurrentUser currentUser, Clock clock) {
        this.keys = keys;
        this.contract = currentUser.contract();
        this.clock = clock;
        this.words = new KeyWords(this, () -> zone);
        this.contracts = contracts;
        setUpGrid();
        setSizeFull();
        add(header(), about(), grid);
    }

    private FlexLayout header() {
        Anchor description = new Anchor("/swagger-ui", getTranslation("key.description"), AnchorTarget.BLANK);
        description.setRouterIgnore(true);
        description.addClassName("button-link");
        Button make = new Button(getTranslation("key.make"), click -> openDialog());
        make.addThemeVariants(ButtonVariant.PRIMARY);
        FlexLayout header = new FlexLayout(new H1(getTranslation("key.title")), description, make);
        header.addClassName("page-header");
        return header;
    }

    private void openDialog() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), words.zone());
        new ApiKeyDialog(words.zone(), today, this::make).open();
    }

    private Paragraph about() {
        Paragraph about = new Paragraph(getTranslation("key.about"));
        about.addClassName("hint");
        return about;
    }

    private void setUpGrid() {
        grid.text("key.name", ApiKey::name).setAutoWidth(false).setWidth("10em").setFlexGrow(2);
        grid.text("key.hint", key -> key.hint() + "…")
                .setAutoWidth(false)
                .setWidth("8em")
                .setFlexGrow(0)
                .setPartNameGenerator(key -> "code");
        grid.text(
                        "key.scopes",
                        key -> key.addresses().ranges().isEmpty()
                                ? words.scopes(key)
                                : words.scopes(key) + " · " + key.addresses())
                .setAutoWidth(false)
                .setWidth("10em")
                .setFlexGrow(1);
        grid.text("key.last-used", key -> words.lastUse(key))
                .setAutoWidth(false)
                .setWidth("11em")
                .setFlexGrow(1);
        grid.text("key.created", key -> words.time(key.createdAt()) + ", " + key.createdBy())
                .setAutoWidth(false)
                .setWidth("13em")
                .setFlexGrow(1);
        grid.part("key.state", this::stateAndRevocation)
                .setAutoWidth(false)
                .setWidth("17em")
                .setFlexGrow(1);
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.setEmptyStateText(getTranslation("key.empty"));
    }

    private FlexLayout stateAndRevocation(ApiKey key) {
        FlexLayout cell = new FlexLayout(new Span(words.state(key, clock.instant())));
        cell.addClassName("key-state");
        if (key.isLive(clock.instant())) {
            Button revoke = new Button(getTranslation("key.revoke"), click -> askToRevoke(key));
            revoke.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            revoke.setAriaLabel(getTranslation("key.revoke.named", key.name()));
            cell.add(revoke);
        }
        return cell;
    }

    private void make(NewApiKey order) {
        try {
            new MadeKeyDialog(keys.make(contract, TimeOrderedId.next(), order).text()).open();
        } catch (WrongContractStatusException e) {
            Notices.problem(getTranslation("key.error.contract"));
        }
        refresh();
    }

    private void askToRevoke(ApiKey key) {
        new Confirmation(
                        getTranslation("key.revoke.question", key.name()),
                        getTranslation("key.revoke.consequence"),
                        getTranslation("key.revoke"),
                        () -> revoke(key))
                .open();
    }

    private void revoke(ApiKey key) {
        keys.revoke(contract, key.id());
        Notices.done(getTranslation("key.revoke.done", key.name()));
        refresh();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        zone = contracts.get(contract).zone();
        refresh();
    }

    private void refresh() {
        grid.setItems(keys.list(contract));
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "key.title");
    }
}
