package dev.propusk.panel;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.server.VaadinRequest;
import dev.propusk.base.Texts;
import dev.propusk.web.ChoiceCookies;
import dev.propusk.web.ChosenLanguage;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Who is signed in, how the panel looks and speaks to them, and the way out. */
class UserMenu extends MenuBar {
    private final Map<Appearance, MenuItem> appearances = new EnumMap<>(Appearance.class);

    UserMenu(Texts texts, String user, Runnable help, Runnable signOut) {
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        Span name = new Span(user);
        name.addClassName("app-user");
        MenuItem root = addItem(VaadinIcon.USER.create());
        root.add(name);
        root.setAriaLabel(getTranslation("layout.user", user));
        SubMenu menu = root.getSubMenu();
        addAppearances(menu);
        menu.addSeparator();
        texts.others(getLocale())
                .forEach(other -> menu.addItem(getTranslation(other, "layout.language"), click -> speak(other)));
        menu.addItem(getTranslation("keys.title"), click -> help.run());
        menu.addSeparator();
        menu.addItem(getTranslation("layout.sign-out"), click -> signOut.run());
    }

    private void addAppearances(SubMenu menu) {
        Appearance chosen = Appearance.chosen(VaadinRequest.getCurrent().getCookies());
        for (Appearance appearance : Appearance.values()) {
            MenuItem item = menu.addItem(getTranslation("layout.appearance." + appearance), click -> shade(appearance));
            item.setCheckable(true);
            item.setChecked(appearance == chosen);
            appearances.put(appearance, item);
        }
    }

    private void shade(Appearance appearance) {
        appearance.remember();
        UI.getCurrent().getPage().setColorScheme(appearance.scheme());
        appearances.forEach((one, item) -> item.setChecked(one == appearance));
    }

    private static void speak(Locale locale) {
        ChoiceCookies.remember(ChosenLanguage.COOKIE, locale.toLanguageTag());
        UI.getCurrent().getPage().reload();
    }
}
