package dev.propusk.contract.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.propusk.base.Dates;
import dev.propusk.base.PageTitle;
import dev.propusk.base.ProviderSettings;
import dev.propusk.base.ZoneName;
import dev.propusk.contract.Contract;
import dev.propusk.contract.ContractColumn;
import dev.propusk.contract.ContractList;
import dev.propusk.contract.Contracts;
import dev.propusk.contract.NewContract;
import dev.propusk.contract.RemainingTokens;
import dev.propusk.list.SearchedList;
import dev.propusk.list.SortKey;
import dev.propusk.panel.Notices;
import dev.propusk.security.ContractId;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;

/** All contracts, for administrators: their first page. */
@Route("contracts")
@Menu(title = "contract.title", order = 5, icon = "vaadin:briefcase")
@RolesAllowed("ADMIN")
class ContractsView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    private final Contracts contracts;
    private final RemainingTokens leftToEnd;
    private final ProviderSettings provider;
    private final SearchedList<Contract> list;

    ContractsView(Contracts contracts, ContractList all, RemainingTokens leftToEnd, ProviderSettings provider) {
        this.contracts = contracts;
        this.leftToEnd = leftToEnd;
        this.provider = provider;
        this.list = new SearchedList<>(
                all, ContractColumn.ALL, contract -> contract.id().value(), "contract.filter", "contract.empty");
        setUpColumns();
        setSizeFull();
        add(header(), list);
    }

    private FlexLayout header() {
        Button open = new Button(getTranslation("contract.open"), click -> openNew());
        open.addThemeVariants(ButtonVariant.PRIMARY);
        FlexLayout header = new FlexLayout(new H1(getTranslation("contract.title")), open);
        header.addClassName("page-header");
        return header;
    }

    private void setUpColumns() {
        column(ContractColumn.NUMBER, "contract.number", Contract::number);
        column(ContractColumn.NAME, "contract.name", Contract::name);
        column(ContractColumn.SSID, "contract.ssid", Contract::ssid);
        column(
                ContractColumn.STATUS,
                "contract.status",
                contract -> getTranslation("contract.status." + contract.status()));
        column(ContractColumn.ZONE, "contract.zone", contract -> ZoneName.of(contract.zone()));
        column(ContractColumn.OPENED, "contract.opened", contract -> day(contract, contract.openedAt()));
        list.grid().addItemClickListener(click -> open(click.getItem()));
    }

    private void column(SortKey<Contract> by, String heading, ValueProvider<Contract, String> value) {
        list.grid().text(heading, value).setSortProperty(by.column());
    }

    private String day(Contract contract, Instant time) {
        return Dates.day(this, LocalDate.ofInstant(time, contract.zone()));
    }

    private void openNew() {
        new ContractDialog(getTranslation("contract.open"), provider.timeZone(), form -> form.create(this::open))
                .open();
    }

    private void open(NewContract terms) {
        ContractId id = ContractId.next();
        contracts.open(id, terms);
        Notices.done(getTranslation("contract.saved"));
        // the next steps: an owner, a gateway, a guest to try it with
        getUI().ifPresent(ui -> ui.navigate("customers", QueryParameters.of("contract", terms.number())));
    }

    private void open(Contract clicked) {
        Contract contract = contracts.get(clicked.id());
        new ContractCard(contracts, leftToEnd, contract, list::refresh).open();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        list.show(event);
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "contract.title");
    }
}
