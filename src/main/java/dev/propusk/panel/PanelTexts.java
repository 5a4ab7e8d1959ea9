package dev.propusk.panel;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import dev.propusk.base.Texts;
import dev.propusk.web.ChosenLanguage;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the framework itself says and shows: lost connections and ended sessions in a person's language, light or dark. */
@Component
class PanelTexts implements VaadinServiceInitListener {
    /** The framework says that the connection is back only at the next touch: here it is asked for. */
    private static final String CONNECTION = """
            const {connectionIndicator: line, connectionState: connection} = window.Vaadin ?? {};
            if (line) { line.offlineText = $0; line.reconnectingText = $0; line.onlineText = $1; }
            connection?.addStateChangeListener((before, now) => {
              if (now !== 'reconnecting') { return; }
              const asking = setInterval(async () => {
                if (connection.state !== 'reconnecting') { clearInterval(asking); return; }
                if (Object.values(window.Vaadin.Flow.clients).some(client => client.isActive?.())) { return; }
                const isBack = await fetch('sw.js', {method: 'HEAD', cache: 'no-store'}).then(() => true, () => false);
                if (isBack && connection.state === 'reconnecting') { connection.state = 'connected'; }
              }, 2000);
            });""";

    private final Texts texts;

    PanelTexts(Texts texts) {
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(this::messages);
        event.getSource().addUIInitListener(init -> translate(init.getUI()));
        event.addIndexHtmlRequestListener(PanelTexts::shade);
    }

    private SystemMessages messages(SystemMessagesInfo info) {
        VaadinRequest request = info.getRequest();
        Locale locale = request == null
                ? texts.closest(info.getLocale())
                : ChosenLanguage.of(request.getCookies(), texts).orElseGet(() -> texts.closest(info.getLocale()));
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(texts.get(locale, "session.ended"));
        messages.setSessionExpiredMessage(texts.get(locale, "session.ended.text"));
        messages.setInternalErrorCaption(texts.get(locale, "error.title"));
        messages.setInternalErrorMessage(texts.get(locale, "error.reload"));
        messages.setCookiesDisabledCaption(texts.get(locale, "error.title"));
        messages.setCookiesDisabledMessage(texts.get(locale, "error.cookies"));
        return messages;
    }

    private void translate(UI ui) {
        Locale locale = ui.getLocale();
        ui.getReconnectDialogConfiguration().setDialogText(texts.get(locale, "connection.lost"));
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp(texts.get(locale, "connection.gave-up"));
        // an hour: whoever comes back to the desk finds a page that works again by itself
        ui.getReconnectDialogConfiguration().setReconnectAttempts(720);
        ui.getReconnectDialogConfiguration().setReconnectInterval(5_000);
        ui.getPage().executeJs(CONNECTION, texts.get(locale, "connection.lost"), texts.get(locale, "connection.back"));
    }

    private static void shade(IndexHtmlResponse response) {
        Cookie @Nullable [] cookies = response.getVaadinRequest().getCookies();
        Appearance chosen = Appearance.chosen(cookies);
        response.getDocument()
                .getElementsByTag("html")
                .attr("style", "color-scheme: " + chosen.scheme().getValue())
                .attr("theme", chosen.scheme().getThemeValue());
    }
}
