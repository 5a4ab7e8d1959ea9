package dev.propusk.support.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import dev.propusk.panel.FactList;
import dev.propusk.support.Finding;
import dev.propusk.support.LookupWords;
import dev.propusk.token.Token;
import java.time.Instant;

/** Everything about one activation, and what support can do with it. */
class FindingDialog extends Dialog {
    FindingDialog(LookupWords words, Finding finding, Instant now, SupportActions deeds) {
        Token token = finding.token();
        setHeaderTitle(token.code().grouped());
        setWidth("min(720px, 96vw)");
        FactList facts = new FactList();
        facts.add("support.device", words.mac(token));
        facts.add(
                "support.contract",
                finding.contract().number() + ", " + finding.contract().name());
        facts.add("support.network", finding.contract().ssid());
        facts.add("support.reuse", words.kind(token));
        facts.add("support.state", words.state(finding));
        facts.add("support.generated", words.generated(token));
        facts.add("support.activated", words.activated(token));
        facts.add("support.until", words.until(token));
        facts.add("support.moves", words.moves(finding));
        facts.add("support.sessions", words.sessions(finding));
        add(facts);
        if (token.deletedAt().isEmpty()) {
            add(new DeviceActions(deeds, token, now, this::close));
        }
        Anchor journal = new Anchor("journal?subject=" + token.id(), getTranslation("support.journal"));
        journal.addClassName("button-link");
        getFooter().add(journal, new Button(getTranslation("support.close"), click -> close()));
    }
}
