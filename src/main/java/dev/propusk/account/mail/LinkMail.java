package dev.propusk.account.mail;

import dev.propusk.base.Texts;
import dev.propusk.web.PublicSettings;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Sends a one-time link to the person whose login it opens. The address is used once, and kept nowhere. */
@Service
public class LinkMail {
    private static final int LONGEST_ADDRESS = 254;

    private final ObjectProvider<JavaMailSender> sender;
    private final MailSettings settings;
    private final Environment environment;
    private final PublicSettings address;
    private final Texts texts;

    LinkMail(
            ObjectProvider<JavaMailSender> sender,
            MailSettings settings,
            Environment environment,
            PublicSettings address,
            Texts texts) {
        this.sender = sender;
        this.settings = settings;
        this.environment = environment;
        this.address = address;
        this.texts = texts;
    }

    /** What the link is for. */
    public enum Kind {
        INVITATION,
        RESET
    }

    /** Whether letters can be sent: mail is set up. */
    public boolean isOn() {
        return sender.getIfAvailable() != null;
    }

    /** Whether a letter could be addressed so: one address, without a name. */
    public static boolean isAddress(String text) {
        try {
            new InternetAddress(text, true).validate();
            return text.length() <= LONGEST_ADDRESS
                    && text.indexOf('@') > 0
                    && text.strip().equals(text);
        } catch (AddressException e) {
            return false;
        }
    }

    /**
     * Sends it at once.
     *
     * @param language the reader's
     * @param link one that {@code AccountAdministration} has just made
     * @return whether the mail server took it
     */
    @PreAuthorize("hasAnyRole('ADMIN', 'OWNER')")
    public boolean send(String to, Locale language, URI link, Kind kind) {
        if (!isAddress(to)
                || !link.toString().startsWith(address.at("/welcome/").toString())) {
            throw new IllegalArgumentException("Not a link of ours, or not an address");
        }
        SimpleMailMessage letter = new SimpleMailMessage();
        letter.setTo(to);
        letter.setFrom(from());
        letter.setSubject(texts.get(language, "account.mail." + kind + ".subject"));
        letter.setText(texts.get(language, "account.mail." + kind + ".text", link.toString()));
        try {
            sender.getObject().send(letter);
            return true;
        } catch (MailException e) {
            return false;
        }
    }

    private String from() {
        String given = settings.mailFrom();
        return given != null ? given : environment.getProperty("spring.mail.username", "propusk@localhost");
    }
}
