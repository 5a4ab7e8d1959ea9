package dev.propusk;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.QueryParameters;
import dev.propusk.base.Texts;
import dev.propusk.contract.Contract;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** A page of the panel in memory, in English, found by what a person reads; {@link #open} says who looks at it. */
@PropuskTest
public abstract class PanelTest extends SpringBrowserlessTest {
    @Autowired
    protected TestContracts contracts;

    protected Contract hotel;

    /** Vaadin's part is done by {@link #open}: the mocked request takes over who is signed in. */
    @Override
    @BeforeEach
    protected void initVaadinEnvironment() {
        hotel = contracts.open();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    protected final void openAsOwner(String address) {
        open(contracts.login(hotel, Role.OWNER), address);
    }

    protected final void open(String login, String address) {
        PanelUser user = contracts.user(login);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, "", user.getAuthorities()));
        super.initVaadinEnvironment();
        UI.getCurrent().setLocale(Texts.ENGLISH);
        String[] parts = address.split("\\?", 2);
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
    }

    /** The one in the dialog, where the page has such a one, too. */
    protected final void press(String text) {
        test(find(Button.class).withText(text).all().getLast()).click();
    }

    protected final <T extends Component> T labelled(Class<T> type, String label) {
        return find(type)
                .withCondition(field -> label.equals(field.getElement().getProperty("label")))
                .single();
    }

    protected final <T extends Component & HasValue<?, V>, V> void type(Class<T> field, String label, V value) {
        labelled(field, label).setValue(value);
    }

    protected final <T extends Component & HasValue<?, V>, V> V typed(Class<T> field, String label) {
        return labelled(field, label).getValue();
    }

    /** What is told at the fields that are wrong, by their labels. */
    protected final Map<String, String> told() {
        Map<String, String> told = new TreeMap<>();
        find(Component.class)
                .withCondition(field -> field instanceof HasValidation checked && checked.isInvalid())
                .withCondition(field -> field.getElement().hasProperty("label"))
                .all()
                .forEach(field ->
                        told.put(field.getElement().getProperty("label"), ((HasValidation) field).getErrorMessage()));
        return told;
    }
}
