package dev.propusk.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.propusk.account.AccountAdministration;
import dev.propusk.account.AccountColumn;
import dev.propusk.account.AccountList;
import dev.propusk.account.AccountList.Listed;
import dev.propusk.account.Login;
import dev.propusk.account.factor.FactorDemands;
import dev.propusk.account.identity.IdentityAdministration;
import dev.propusk.base.PageTitle;
import dev.propusk.contract.ContractList;
import dev.propusk.contract.WrongContractStatusException;
import dev.propusk.list.Searchable;
import dev.propusk.list.SearchedList;
import dev.propusk.list.SortKey;
import dev.propusk.list.Span;
import dev.propusk.panel.Notices;
import dev.propusk.security.ContractId;
import dev.propusk.security.CurrentUser;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Logins: the owner's staff, or for an administrator everybody. */
@Route("accounts")
@Menu(title = "account.title", order = 40, icon = "vaadin:users")
@RolesAllowed({"OWNER", "ADMIN"})
class AccountsView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    private final AccountAdministration accounts;
    private final IdentityAdministration identities;
    private final LinkDialogs links;
    private final FactorDemands demands;
    private final ProofAsker proof;
    private final ContractList contracts;
    private final @Nullable ContractId contract;
    private final SearchedList<Listed> list;
    private final Checkbox everybody = new Checkbox(getTranslation("account.factor.demand"));

    AccountsView(
            AccountAdministration accounts,
            IdentityAdministration identities,
            LinkDialogs links,
            AccountList logins,
            FactorDemands demands,
            ProofAsker proof,
            ContractList contracts,
            CurrentUser currentUser) {
        this.identities = identities;
        this.links = links;
        this.accounts = accounts;
        this.demands = demands;
        this.proof = proof;
        this.contracts = contracts;
        this.contract = currentUser.panelUser().flatMap(PanelUser::contract).orElse(null);
        this.list = new SearchedList<>(
                new Searchable<>() {
                    @Override
                    public int count(String text) {
                        return logins.count(contract, text);
                    }

                    @Override
                    public List<Listed> page(String text, Span<Listed> span) {
                        return logins.page(contract, text, span);
                    }
                },
                AccountColumn.ALL,
                row -> row.login().id(),
                contract == null ? "account.filter" : "account.username",
                "account.empty");
        if (contract != null) {
            list.searchOnlyIfLong();
        }
        setUpColumns();
        setSizeFull();
        add(header(), everybody, list);
        everybody.setVisible(contract != null);
        everybody.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                // until it is done it is not so
                everybody.setValue(change.getOldValue());
                proof.before(() -> demand(change.getValue()));
            }
        });
    }

    private void demand(boolean demanded) {
        try {
            demands.demand(Objects.requireNonNull(contract), demanded);
            everybody.setValue(demanded);
            Notices.done(getTranslation(demanded ? "account.factor.demanded" : "account.factor.not-demanded"));
        } catch (WrongContractStatusException e) {
            Notices.problem(getTranslation("account.error.contract"));
        }
    }

    private FlexLayout header() {
        Button invite = new Button(
                getTranslation("account.invite"),
                click -> proof.before(() -> new InvitationDialog(
                                accounts,
                                links,
                                contract,
                                contract == null ? Role.OWNER : Role.OPERATOR,
                                contracts,
                                list::refresh)
                        .open()));
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        FlexLayout header = new FlexLayout(new H1(getTranslation("account.title")), invite);
        header.addClassName("page-header");
        return header;
    }

    private void setUpColumns() {
        column(AccountColumn.USERNAME, "account.username", Login::username);
        column(AccountColumn.ROLE, "account.role", login -> getTranslation("account.role." + login.role()));
        if (contract == null) {
            list.grid()
                    .text(
                            "account.contract",
                            row -> row.contractNumber() == null
                                    ? getTranslation("account.providers")
                                    : row.contractNumber());
        }
        column(AccountColumn.STATE, "account.status", login -> getTranslation("account.status." + status(login)));
        column(
                AccountColumn.SECOND_FACTOR,
                "account.second-factor",
                login -> getTranslation(
                        login.secondFactor() ? "account.second-factor.on" : "account.second-factor.off"));
        list.grid()
                .addItemClickListener(click -> new AccountDialog(
                                accounts,
                                identities,
                                links,
                                proof,
                                click.getItem().login(),
                                list::refresh)
                        .open());
    }

    private void column(SortKey<Listed> by, String heading, ValueProvider<Login, String> value) {
        list.grid().text(heading, row -> value.apply(row.login())).setSortProperty(by.column());
    }

    static String status(Login login) {
        return login.state().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        list.show(event);
        if (contract != null) {
            everybody.setValue(demands.isDemanded(contract));
        }
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "account.title");
    }
}
