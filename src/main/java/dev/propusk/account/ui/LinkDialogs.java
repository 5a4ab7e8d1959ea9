package dev.propusk.account.ui;

import dev.propusk.account.mail.LinkMail;
import dev.propusk.base.Texts;
import java.net.URI;
import org.springframework.stereotype.Component;

/** Shows one-time links that were just made. */
@Component
public class LinkDialogs {
    private final LinkMail mail;
    private final Texts texts;

    LinkDialogs(LinkMail mail, Texts texts) {
        this.mail = mail;
        this.texts = texts;
    }

    void open(URI link, LinkMail.Kind kind) {
        LinkDialog dialog = new LinkDialog(mail, link, kind);
        if (mail.isOn()) {
            dialog.offerLetter(texts);
        }
        dialog.open();
    }
}
