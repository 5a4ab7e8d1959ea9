package dev.propusk.token.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import dev.propusk.token.TokenCounts;
import dev.propusk.token.TokenState;
import dev.propusk.token.Tokens;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All tokens, or those in one state, and how many there are. */
class StateTabs extends Composite<Tabs> {
    private final Tab all = new Tab();
    private final Map<TokenState, Tab> tabs = new EnumMap<>(TokenState.class);

    /** @param chosen called with a state, or null for all, when a person has chosen a tab */
    StateTabs(Consumer<@Nullable TokenState> chosen) {
        getContent().add(all);
        for (TokenState state : TokenState.values()) {
            tabs.put(state, new Tab());
            getContent().add(tabs.get(state));
        }
        getContent().addClassName("state-tabs");
        getContent().addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                chosen.accept(state(change.getSelectedTab()));
            }
        });
        getContent().setWidthFull();
    }

    private @Nullable TokenState state(Tab tab) {
        return tabs.entrySet().stream()
                .filter(entry -> entry.getValue().equals(tab))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    void show(@Nullable TokenState state, TokenCounts counts) {
        label(all, "token.tab.all", counts.all());
        tabs.forEach((of, tab) -> label(tab, "token.tab." + of, count(counts, of)));
        getContent().setSelectedTab(state == null ? all : tabs.get(state));
    }

    private static int count(TokenCounts counts, TokenState of) {
        return switch (of) {
            case UNUSED -> counts.unused();
            case ACTIVE -> counts.active();
            case ANNULLED -> counts.annulled();
        };
    }

    private void label(Tab tab, String key, int count) {
        tab.setLabel(getTranslation(key)
                + " "
                + (count > Tokens.MOST ? getTranslation("token.tab.more", Tokens.MOST / 1_000) : count));
    }
}
