package dev.propusk.token.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.propusk.token.TokenState;
import dev.propusk.token.search.TokenCounts;
import dev.propusk.token.search.Tokens;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All tokens, or those in one state, and how many there are: buttons of which one is pressed. */
class StateTabs extends Composite<Div> {
    private final Button all;
    private final Map<TokenState, Button> buttons = new EnumMap<>(TokenState.class);

    /** @param chosen called with a state, or null for all, when a person has chosen one */
    StateTabs(Consumer<@Nullable TokenState> chosen) {
        all = button(() -> chosen.accept(null));
        for (TokenState state : TokenState.values()) {
            buttons.put(state, button(() -> chosen.accept(state)));
        }
        getContent().addClassName("state-tabs");
        getContent().getElement().setAttribute("role", "group");
        getContent().getElement().setAttribute("aria-label", getTranslation("token.state"));
    }

    private Button button(Runnable chosen) {
        Button button = new Button("", click -> chosen.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        getContent().add(button);
        return button;
    }

    void show(@Nullable TokenState state, TokenCounts counts) {
        label(all, "token.tab.all", counts.all(), state == null);
        buttons.forEach((of, button) -> label(button, "token.tab." + of, count(counts, of), of == state));
    }

    private static int count(TokenCounts counts, TokenState of) {
        return switch (of) {
            case UNUSED -> counts.unused();
            case ACTIVE -> counts.active();
            case ANNULLED -> counts.annulled();
        };
    }

    private void label(Button button, String key, int count, boolean pressed) {
        String many =
                count > Tokens.MOST ? getTranslation("token.tab.more", Tokens.MOST / 1_000) : String.valueOf(count);
        button.setText(getTranslation(key) + " " + many);
        button.getElement().setAttribute("aria-pressed", String.valueOf(pressed));
        button.setClassName("chosen", pressed);
    }
}
