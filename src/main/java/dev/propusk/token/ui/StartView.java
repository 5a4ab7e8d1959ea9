package dev.propusk.token.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import dev.propusk.base.PageTitle;
import dev.propusk.contract.Contract;
import dev.propusk.contract.TrialLinks;
import dev.propusk.security.ContractId;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import dev.propusk.token.ui.part.TokenServices;
import jakarta.annotation.security.RolesAllowed;

/** The first steps of a new contract: the network's name, a sheet to try, the portal as a guest sees it. */
@Route("start")
@RolesAllowed({"OWNER", "OPERATOR"})
class StartView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    private final TokenServices services;
    private final TrialLinks trials;
    private final ContractId contract;
    private final OrderedList steps = new OrderedList();

    StartView(TokenServices services, TrialLinks trials) {
        this.services = services;
        this.trials = trials;
        this.contract = services.currentUser().contract();
        steps.addClassName("steps");
        addClassName("start-view");
        add(new H1(getTranslation("start.title")), new Paragraph(getTranslation("start.intro")), steps);
        add(new H2(getTranslation("start.words")), new KindGuide());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Contract of = services.contracts().get(contract);
        steps.removeAll();
        step(getTranslation("start.network"), getTranslation("start.network.text", of.ssid()), network());
        step(
                getTranslation("start.sheet"),
                getTranslation(
                        "start.sheet.text", services.tokens().quota(contract).unused()),
                new RouterLink(getTranslation("start.sheet.link"), TokensView.class));
        Anchor link = new Anchor(trials.make(of).toString(), getTranslation("start.portal.link"), AnchorTarget.BLANK);
        link.setRouterIgnore(true);
        step(getTranslation("start.portal"), getTranslation("start.portal.text"), link);
    }

    private Component network() {
        boolean owner = services.currentUser()
                .panelUser()
                .map(PanelUser::role)
                .filter(Role.OWNER::equals)
                .isPresent();
        return owner
                ? new Anchor("network", getTranslation("start.network.link"))
                : new Paragraph(getTranslation("start.network.owner"));
    }

    private void step(String title, String text, Component link) {
        steps.add(new ListItem(new H2(title), new Paragraph(text), link));
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "start.title");
    }
}
