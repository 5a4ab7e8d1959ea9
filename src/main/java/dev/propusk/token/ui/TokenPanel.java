package dev.propusk.token.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import dev.propusk.base.ZoneName;
import dev.propusk.journal.HistoryEntry;
import dev.propusk.panel.CopyButton;
import dev.propusk.panel.FactList;
import dev.propusk.security.ContractId;
import dev.propusk.token.Reuse;
import dev.propusk.token.Token;
import dev.propusk.token.TokenId;
import dev.propusk.token.TokenState;
import dev.propusk.token.search.Tokens;
import dev.propusk.token.ui.part.PrintForm;
import dev.propusk.token.ui.part.StateBadge;
import dev.propusk.token.ui.part.TokenActions;
import dev.propusk.token.ui.part.TokenWords;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One token beside the list: everything about it, the devices of its code, its journal, and what can be done. */
class TokenPanel extends Dialog {
    private final TokenWords words;
    private final TokenActions deeds;
    private final Consumer<TokenId> open;
    private final boolean mayDeleteUsed;
    private @Nullable Token shown;
    private String fingerprint = "";
    private Optional<MacForm> macForm = Optional.empty();

    /** @param open called with another token that a person wants to see instead */
    TokenPanel(TokenWords words, TokenActions deeds, boolean mayDeleteUsed, Consumer<TokenId> open) {
        this.words = words;
        this.deeds = deeds;
        this.mayDeleteUsed = mayDeleteUsed;
        this.open = open;
        addClassName("side-panel");
        Button close = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> close());
        close.setAriaLabel(getTranslation("token.close"));
        close.addThemeVariants(ButtonVariant.TERTIARY);
        getHeader().add(close);
    }

    /** Whether what it shows has changed since; not while somebody types an address into it. */
    boolean isOutdated(Tokens tokens, ContractId contract) {
        Token token = shown;
        return token != null
                && macForm.map(MacForm::isEmpty).orElse(true)
                && !fingerprint(tokens.family(contract, token.code())).equals(fingerprint);
    }

    private String fingerprint(List<Token> family) {
        return family.stream().map(token -> token.id() + words.state(token)).collect(Collectors.joining());
    }

    /** @param changeable whether the contract is open; else there is nothing but to look */
    void show(Token token, List<Token> family, List<HistoryEntry> history, boolean changeable) {
        shown = token;
        fingerprint = fingerprint(family);
        macForm = Optional.empty();
        setHeaderTitle(getTranslation("token.one", token.code().grouped()));
        removeAll();
        add(head(token), facts(token));
        if (changeable) {
            add(actions(token, family));
            addMacForm(token);
        }
        if (token.reuse() == Reuse.MULTI_USE || family.size() > 1) {
            add(new H2(getTranslation("token.family")), new FamilyList(words, token, family, open));
        }
        add(new H2(getTranslation("token.history")), new HistoryList(words, token, family, history));
        add(new Paragraph(getTranslation("token.zone", ZoneName.of(words.zone()))));
    }

    private Component head(Token token) {
        FlexLayout head = new FlexLayout(
                new StateBadge(words, token),
                new CopyButton(getTranslation("token.copy"), token.code().value()));
        head.addClassName("token-head");
        return head;
    }

    private Component facts(Token token) {
        FactList list = new FactList();
        list.add("token.kind", words.kind(token));
        words.devices(token).ifPresent(devices -> list.add("token.devices", devices));
        token.mac().ifPresent(mac -> list.add("token.mac", mac.toString()));
        token.activatedAt().ifPresent(at -> list.add("token.activated", words.time(at)));
        if (token.activatedAt().isPresent() && !words.endedEarly(token)) {
            list.add("token.expires", words.expires(token));
        }
        token.annulledAt(words.now()).ifPresent(at -> list.add("token.annulled", words.time(at)));
        Optional.of(words.limits(token))
                .filter(limits -> !limits.isEmpty())
                .ifPresent(limits -> list.add("limits.title", limits));
        token.note().ifPresent(note -> list.add("token.note", note));
        token.reference().ifPresent(reference -> list.add("token.reference", reference));
        list.add("token.generated", words.time(token.generatedAt()) + ", " + token.generatedBy());
        token.issuedAt()
                .map(words::time)
                .or(() -> token.mac().isPresent() ? Optional.empty() : Optional.of(getTranslation("token.issued.not")))
                .ifPresent(issued -> list.add("token.issued", issued));
        return list;
    }

    private Component actions(Token token, List<Token> family) {
        TokenState state = words.stateOf(token);
        Div actions = new Div();
        actions.addClassName("token-actions");
        if (state == TokenState.UNUSED) {
            PrintForm print = new PrintForm(getTranslation("token.print-one"));
            print.to(List.of(token));
            actions.add(print);
            if (token.issuedAt().isEmpty()) {
                actions.add(new Button(
                        getTranslation("token.action.hand-out-one"), click -> deeds.handOut(List.of(token))));
            }
        }
        if (state != TokenState.ANNULLED) {
            String key = token.mac().isPresent() && token.reuse() == Reuse.MULTI_USE
                    ? "token.action.annul-device"
                    : "token.action.annul";
            actions.add(danger(key, () -> deeds.annul(List.of(token))));
        }
        if (token.reuse() == Reuse.MULTI_USE && family.stream().anyMatch(this::isLive)) {
            actions.add(danger("token.action.annul-all", () -> deeds.annulFamily(token, family)));
        }
        if (mayDeleteUsed || state == TokenState.UNUSED) {
            actions.add(danger("token.action.delete", () -> deeds.delete(List.of(token))));
        }
        return actions;
    }

    private boolean isLive(Token token) {
        return words.stateOf(token) != TokenState.ANNULLED;
    }

    private Button danger(String key, Runnable action) {
        Button button = new Button(getTranslation(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.ERROR);
        return button;
    }

    private void addMacForm(Token token) {
        macForm = switch (words.stateOf(token)) {
            case UNUSED ->
                Optional.of(new MacForm(
                        getTranslation("token.activate.label"),
                        getTranslation("token.activate.help"),
                        getTranslation("token.activate.button"),
                        mac -> deeds.activate(token, mac)));
            case ACTIVE ->
                Optional.of(new MacForm(
                        getTranslation("token.move.label"),
                        getTranslation("token.move.help"),
                        getTranslation("token.move.button"),
                        mac -> deeds.move(token, mac, successor -> open.accept(successor.id()))));
            case ANNULLED -> Optional.empty();
        };
        macForm.ifPresent(this::add);
    }
}
