package dev.propusk.panel;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.propusk.base.Texts;
import org.springframework.beans.factory.annotation.Value;

/** The frame of the panel: where one is, where one can go, who is signed in, and what the keyboard can do. */
@Layout
@AnonymousAllowed
public class MainLayout extends AppLayout {
    /** Where nobody is typing. */
    private static final String LISTEN_FOR_HELP = """
            document.addEventListener('keydown', event => {
              const typing = event.composedPath().some(
                node => node.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName || ''));
              if (event.key === '?' && !typing && this.isConnected) { event.preventDefault(); this.$server.help(); }
            })""";

    MainLayout(
            AuthenticationContext authentication,
            PanelSettings settings,
            Texts texts,
            @Value("${spring.application.version:}") String version) {
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("layout.menu"));
        Span name = new Span(getTranslation("app.name"));
        name.addClassName("app-name");
        HorizontalLayout bar = new HorizontalLayout(toggle, name, helpButton());
        bar.addClassName("app-bar");
        bar.setWidthFull();
        bar.setAlignItems(HorizontalLayout.Alignment.CENTER);
        bar.expand(name);
        authentication.getPrincipalName().ifPresent(user -> {
            bar.add(new UserMenu(texts, user, this::help, authentication::logout));
            bar.add(new IdleWatch(settings.idle(), authentication::logout));
        });
        addToNavbar(bar);
        addToDrawer(navigation());
        if (authentication.isAuthenticated() && !version.isEmpty()) {
            Span foot = new Span(getTranslation("app.version", version));
            foot.addClassName("app-version");
            addToDrawer(foot);
        }
    }

    private Component helpButton() {
        Button help = new Button(VaadinIcon.QUESTION_CIRCLE_O.create(), click -> help());
        help.setAriaLabel(getTranslation("keys.title"));
        help.setTooltipText(getTranslation("keys.tooltip"));
        help.addThemeVariants(ButtonVariant.TERTIARY);
        return help;
    }

    private Component navigation() {
        SideNav navigation = new SideNav();
        navigation.getElement().setAttribute("aria-label", getTranslation("layout.menu"));
        MenuConfiguration.getMenuEntries().forEach(entry -> navigation.addItem(item(entry)));
        return navigation;
    }

    private SideNavItem item(MenuEntry entry) {
        SideNavItem item = new SideNavItem(getTranslation(entry.title()), entry.path());
        if (entry.icon() != null) {
            item.setPrefixComponent(new Icon(entry.icon()));
        }
        return item;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs(LISTEN_FOR_HELP);
    }

    @ClientCallable
    private void help() {
        new ShortcutsDialog().open();
    }
}
