package dev.propusk.support.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
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
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "support.device", words.mac(token));
        fact(
                facts,
                "support.contract",
                finding.contract().number() + ", " + finding.contract().name());
        fact(facts, "support.network", finding.contract().ssid());
        fact(facts, "support.reuse", words.kind(token));
        fact(facts, "support.state", words.state(token));
        fact(facts, "support.generated", words.generated(token));
        fact(facts, "support.activated", words.activated(token));
        fact(facts, "support.until", words.until(token));
        fact(facts, "support.moves", words.moves(finding));
        fact(facts, "support.sessions", words.sessions(finding));
        add(facts);
        if (token.deletedAt().isEmpty()) {
            add(new DeviceActions(deeds, token, now, this::close));
        }
        Anchor journal = new Anchor("journal?subject=" + token.id(), getTranslation("support.journal"));
        journal.addClassName("button-link");
        getFooter().add(journal, new Button(getTranslation("support.close"), click -> close()));
    }

    private void fact(DescriptionList list, String key, String value) {
        list.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
    }
}
