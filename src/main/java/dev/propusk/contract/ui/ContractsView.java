package dev.propusk.contract.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.propusk.base.Dates;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.NewContract;
import dev.propusk.contract.RemainingTokens;
import dev.propusk.panel.Notices;
import dev.propusk.panel.RecordGrid;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/** All contracts, for administrators: their first page. */
@Route("contracts")
@Menu(title = "contract.title", order = 5, icon = "vaadin:briefcase")
@RolesAllowed("ADMIN")
class ContractsView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    private final Contracts contracts;
    private final RemainingTokens leftToEnd;
    private final TextField filter = new TextField(getTranslation("contract.filter"));
    private final RecordGrid<Contract> grid = new RecordGrid<>();

    ContractsView(Contracts contracts, RemainingTokens leftToEnd) {
        this.contracts = contracts;
        this.leftToEnd = leftToEnd;
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> refresh());
        FlexLayout filterBar = new FlexLayout(filter);
        filterBar.addClassName("filter-bar");
        setUpGrid();
        setSizeFull();
        add(header(), filterBar, grid);
    }

    private FlexLayout header() {
        Button open = new Button(getTranslation("contract.open"), click -> openNew());
        open.addThemeVariants(ButtonVariant.PRIMARY);
        FlexLayout header = new FlexLayout(new H1(getTranslation("contract.title")), open);
        header.addClassName("page-header");
        return header;
    }

    private void setUpGrid() {
        column("contract.number", Contract::number);
        column("contract.name", Contract::name);
        column("contract.ssid", Contract::ssid);
        column("contract.status", contract -> getTranslation("contract.status." + contract.status()));
        column("contract.zone", contract -> contract.zone().getId());
        grid.text("contract.opened", contract -> day(contract, contract.openedAt()))
                .setComparator(Contract::openedAt)
                .setSortable(true);
        grid.setEmptyStateText(getTranslation("contract.empty"));
        grid.addItemClickListener(click -> open(click.getItem()));
    }

    private void column(String key, ValueProvider<Contract, String> value) {
        grid.text(key, value).setComparator(value).setSortable(true);
    }

    private String day(Contract contract, Instant time) {
        return Dates.day(this, LocalDate.ofInstant(time, contract.zone()));
    }

    private void openNew() {
        new ContractDialog(getTranslation("contract.open"), form -> form.create(this::open)).open();
    }

    private void open(NewContract terms) {
        contracts.open(terms);
        Notices.done(getTranslation("contract.saved"));
        refresh();
    }

    private void open(Contract clicked) {
        Contract contract = contracts.get(clicked.id());
        new ContractCard(contracts, leftToEnd, contract, this::refresh).open();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter("q").ifPresent(filter::setValue);
        refresh();
    }

    private void refresh() {
        String part = filter.getValue().strip().toLowerCase(Locale.ROOT);
        grid.setItems(contracts.all().stream()
                .filter(contract -> (contract.number() + " " + contract.name() + " " + contract.ssid())
                        .toLowerCase(Locale.ROOT)
                        .contains(part))
                .toList());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("contract.title") + " · " + getTranslation("app.name");
    }
}
