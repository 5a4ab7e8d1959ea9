package dev.propusk.base;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Locale;

/** The frame of the panel: where one is, where one can go, the language, and the way out. */
@Layout
@AnonymousAllowed
public class MainLayout extends AppLayout {
    private final AuthenticationContext authentication;

    MainLayout(AuthenticationContext authentication) {
        this.authentication = authentication;
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("layout.menu"));
        Span name = new Span(getTranslation("app.name"));
        name.addClassName("app-name");
        HorizontalLayout bar = new HorizontalLayout(toggle, name, user(), language(), signOut());
        bar.addClassName("app-bar");
        bar.setWidthFull();
        bar.setAlignItems(HorizontalLayout.Alignment.CENTER);
        bar.expand(name);
        addToNavbar(bar);
        addToDrawer(navigation());
    }

    private SideNav navigation() {
        SideNav navigation = new SideNav();
        navigation.setLabel(getTranslation("layout.menu"));
        MenuConfiguration.getMenuEntries()
                .forEach(entry -> navigation.addItem(new SideNavItem(getTranslation(entry.title()), entry.path())));
        return navigation;
    }

    private Span user() {
        Span user = new Span(authentication.getPrincipalName().orElse(""));
        user.addClassName("app-user");
        return user;
    }

    private Button language() {
        Locale other = Texts.closest(getLocale()).equals(Texts.RUSSIAN) ? Texts.ENGLISH : Texts.RUSSIAN;
        Button button = new Button(other.getLanguage().toUpperCase(Locale.ROOT), click -> choose(other));
        button.setAriaLabel(getTranslation(other, "layout.language"));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private Button signOut() {
        Button button = new Button(getTranslation("layout.sign-out"), click -> authentication.logout());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    private void choose(Locale locale) {
        Cookie cookie = new Cookie(Languages.COOKIE, locale.getLanguage());
        cookie.setPath("/");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        VaadinResponse response = VaadinService.getCurrentResponse();
        response.addCookie(cookie);
        getUI().ifPresent(ui -> ui.getPage().reload());
    }
}
