package dev.propusk.token.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.base.MacAddress;
import dev.propusk.token.Reuse;
import dev.propusk.token.Token;
import dev.propusk.token.TokenState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Everything about one token: its life, its family, and what can be done with it. */
class TokenDialog extends Dialog {
    private final TokenWords words;
    private final TokenDeeds deeds;
    private final Token token;
    private final Instant now;

    TokenDialog(TokenWords words, TokenDeeds deeds, Token token, List<Token> family, Instant now) {
        this.words = words;
        this.deeds = deeds;
        this.token = token;
        this.now = now;
        setHeaderTitle(token.code().grouped());
        setWidth("min(720px, 96vw)");
        add(facts());
        if (token.reuse() == Reuse.MULTI_USE) {
            add(new H2(getTranslation("token.family")), family(family));
        }
        addActions();
    }

    private DescriptionList facts() {
        DescriptionList list = new DescriptionList();
        list.addClassName("facts");
        fact(list, "token.kind", words.kind(token));
        fact(list, "token.state", words.state(token, now));
        fact(list, "token.mac", token.mac().map(MacAddress::toString).orElse("–"));
        fact(list, "token.activated", words.time(token.activatedAt()));
        fact(list, "token.expires", words.time(token.expiresAt()));
        fact(list, "token.annulled", words.time(token.annulledAt(now)));
        fact(list, "token.note", token.note().orElse("–"));
        fact(list, "token.reference", token.reference().orElse("–"));
        fact(list, "token.generated", words.time(token.generatedAt()) + ", " + token.generatedBy());
        fact(list, "token.issued", words.time(token.issuedAt()));
        return list;
    }

    private void fact(DescriptionList list, String key, String value) {
        list.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
    }

    private Grid<Token> family(List<Token> family) {
        Grid<Token> grid = new Grid<>();
        grid.addColumn(row -> row.mac().map(MacAddress::toString).orElse("–"))
                .setHeader(getTranslation("token.mac"))
                .setAutoWidth(true);
        grid.addColumn(row -> words.state(row, now)).setHeader(getTranslation("token.state"));
        grid.addColumn(row -> words.time(row.expiresAt())).setHeader(getTranslation("token.expires"));
        grid.setItems(family);
        grid.setAllRowsVisible(family.size() < 8);
        return grid;
    }

    private void addActions() {
        TokenState state = token.state(now);
        if (state != TokenState.ANNULLED) {
            action("token.action.annul", () -> deeds.annul(List.of(token), false));
        }
        if (token.reuse() == Reuse.MULTI_USE) {
            action("token.action.annul-all", () -> deeds.annul(List.of(token), true));
        }
        switch (state) {
            case UNUSED -> askMac("token.action.activate", mac -> deeds.activate(token, mac));
            case ACTIVE -> askMac("token.action.move", mac -> deeds.move(token, mac));
            case ANNULLED -> {}
        }
        action("token.action.delete", () -> deeds.delete(List.of(token)));
        getFooter().add(new Button(getTranslation("token.close"), click -> close()));
    }

    private void action(String key, Runnable deed) {
        Button button = new Button(getTranslation(key), click -> {
            close();
            deed.run();
        });
        button.addThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_TERTIARY);
        getFooter().add(button);
    }

    private void askMac(String key, Consumer<MacAddress> deed) {
        TextField mac = new TextField(getTranslation("token.mac"));
        mac.setPlaceholder("AA:BB:CC:DD:EE:FF");
        Button button = new Button(getTranslation(key), click -> {
            Optional<MacAddress> address = MacAddress.read(mac.getValue());
            mac.setErrorMessage(getTranslation("token.mac.error"));
            mac.setInvalid(address.isEmpty());
            address.ifPresent(device -> {
                close();
                deed.accept(device);
            });
        });
        add(mac, button);
    }
}
