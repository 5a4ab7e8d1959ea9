package dev.propusk.panel;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * The panel's content policy: everything from here, and of the scripts written into a page only those of this answer. No
 * browser keeps the page.
 *
 * <p>Vaadin's client makes functions of what the server sends ({@code unsafe-eval}) and styles its parts in place, so that
 * it can't be stricter there.
 */
@Component
class PanelPolicy implements VaadinServiceInitListener {
    private static final int NONCE_BYTES = 16;
    /** Vaadin finds its parts by the page's own {@code <base>}; behind that, none counts that anybody puts in. */
    private static final String NO_OTHER_BASE =
            "<meta http-equiv=\"Content-Security-Policy\" content=\"base-uri 'none'\">";

    private final SecureRandom random = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::protect);
    }

    private void protect(IndexHtmlResponse page) {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        page.getDocument().getElementsByTag("script").attr("nonce", nonce);
        page.getDocument().getElementsByTag("base").after(NO_OTHER_BASE);
        page.getVaadinResponse().setHeader("Cache-Control", "no-store");
        page.getVaadinResponse()
                .setHeader(
                        "Content-Security-Policy",
                        "default-src 'self'; script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval'; "
                                + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
                                + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'");
    }
}
