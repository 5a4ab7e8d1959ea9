package dev.propusk.account.ui;

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
import dev.propusk.account.AccountAdministration;
import dev.propusk.account.Login;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.panel.RecordGrid;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import dev.propusk.security.PanelUser;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Logins: the owner's staff, or for an administrator everybody. */
@Route("accounts")
@Menu(title = "account.title", order = 40, icon = "vaadin:users")
@RolesAllowed({"OWNER", "ADMIN"})
class AccountsView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    private final AccountAdministration accounts;
    private final Contracts contracts;
    private final @Nullable ContractId contract;
    private final TextField filter = new TextField(getTranslation("account.filter"));
    private final RecordGrid<Login> grid = new RecordGrid<>();
    private Map<ContractId, Contract> all = Map.of();

    AccountsView(AccountAdministration accounts, Contracts contracts, CurrentUser currentUser) {
        this.accounts = accounts;
        this.contracts = contracts;
        this.contract = currentUser.panelUser().flatMap(PanelUser::contract).orElse(null);
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> refresh());
        FlexLayout filterBar = new FlexLayout(filter);
        filterBar.addClassName("filter-bar");
        filterBar.setVisible(contract == null);
        setUpGrid();
        setSizeFull();
        add(header(), filterBar, grid);
    }

    private FlexLayout header() {
        Button invite = new Button(
                getTranslation("account.invite"),
                click -> new InvitationDialog(accounts, contract, List.copyOf(all.values()), this::refresh).open());
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        FlexLayout header = new FlexLayout(new H1(getTranslation("account.title")), invite);
        header.addClassName("page-header");
        return header;
    }

    private void setUpGrid() {
        column("account.username", Login::username);
        column("account.role", login -> getTranslation("account.role." + login.role()));
        if (contract == null) {
            column("account.contract", this::contractNumber);
        }
        column("account.status", login -> getTranslation("account.status." + status(login)));
        column(
                "account.second-factor",
                login -> getTranslation(
                        login.secondFactor() ? "account.second-factor.on" : "account.second-factor.off"));
        grid.setEmptyStateText(getTranslation("account.empty"));
        grid.addItemClickListener(click -> new AccountDialog(accounts, click.getItem(), this::refresh).open());
    }

    private void column(String key, ValueProvider<Login, String> value) {
        grid.text(key, value).setComparator(value).setSortable(true);
    }

    static String status(Login login) {
        if (!login.enabled()) {
            return "disabled";
        }
        return login.invited() ? "invited" : "enabled";
    }

    private String contractNumber(Login login) {
        Contract of = login.contract() == null ? null : all.get(login.contract());
        return of == null ? getTranslation("account.providers") : of.number();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter("q").ifPresent(filter::setValue);
        refresh();
    }

    private void refresh() {
        if (contract == null) {
            all = contracts.all().stream().collect(Collectors.toMap(Contract::id, Function.identity()));
        }
        String part = filter.getValue().strip().toLowerCase(Locale.ROOT);
        List<Login> logins = contract == null ? accounts.listAll() : accounts.list(contract);
        grid.setItems(logins.stream()
                .filter(login -> login.username().toLowerCase(Locale.ROOT).contains(part)
                        || contractNumber(login).toLowerCase(Locale.ROOT).contains(part))
                .toList());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("account.title") + " · " + getTranslation("app.name");
    }
}
