package dev.propusk.account.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.propusk.base.Texts;
import dev.propusk.web.PublicSettings;
import java.net.URI;
import java.util.Map;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;

/** A mail server on the loopback, and letters that are sent by it. */
public final class TestMail implements AutoCloseable {
    static final URI HOUSE = URI.create("https://wifi.example.org");

    private final GreenMail server =
            new GreenMail(new ServerSetup(0, ServerSetup.getLocalHostAddress(), ServerSetup.PROTOCOL_SMTP));

    public TestMail() {
        server.start();
    }

    public LinkMail letters(Texts texts) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(server.getSmtp().getBindTo());
        sender.setPort(server.getSmtp().getPort());
        return letters(Map.of("sender", sender), texts);
    }

    /** As where no mail server is set. */
    public static LinkMail none(Texts texts) {
        return letters(Map.of(), texts);
    }

    private static LinkMail letters(Map<String, Object> beans, Texts texts) {
        return new LinkMail(
                new StaticListableBeanFactory(beans).getBeanProvider(JavaMailSender.class),
                new MailSettings("propusk@example.org"),
                new MockEnvironment(),
                new PublicSettings(HOUSE),
                texts);
    }

    GreenMail server() {
        return server;
    }

    @Override
    public void close() {
        server.stop();
    }
}
