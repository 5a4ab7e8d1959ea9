package dev.propusk.panel;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;

/** Tells a person some time before that they will be signed out because nobody has touched the page. */
@Tag("idle-watch")
class IdleWatch extends Component {
    private static final Duration WARNING = Duration.ofMinutes(2);
    /** The browser counts, over all its tabs: what the server brings by itself is not a person at work. */
    private static final String COUNT = """
            const key = 'propusk-active';
            const touched = () => localStorage.setItem(key, Date.now());
            ['pointerdown', 'keydown', 'wheel'].forEach(
              kind => document.addEventListener(kind, touched, {passive: true, capture: true}));
            touched();
            let warned = false, told = Date.now();
            const timer = setInterval(() => {
              if (!this.isConnected) { clearInterval(timer); return; }
              const idle = Date.now() - Number(localStorage.getItem(key));
              if (idle < Date.now() - told && Date.now() - told >= 60000) { told = Date.now(); this.$server.active(); }
              if (idle >= $1) { clearInterval(timer); this.$server.end(); }
              else if ((idle >= $0) !== warned) { warned = !warned; this.$server.warn(warned); }
            }, 5000);""";

    private final Duration idle;
    private final Runnable signOut;
    private final Dialog warning = new Dialog();

    IdleWatch(Duration idle, Runnable signOut) {
        this.idle = idle;
        this.signOut = signOut;
        warning.setHeaderTitle(getTranslation("session.ending"));
        warning.add(new Paragraph(getTranslation("session.ending.text", WARNING.toMinutes())));
        Button stay = new Button(getTranslation("session.stay"), click -> warning.close());
        stay.addThemeVariants(ButtonVariant.PRIMARY);
        stay.setAutofocus(true);
        warning.getFooter().add(stay);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs(COUNT, (double) idle.minus(WARNING).toMillis(), (double) idle.toMillis());
    }

    /** The server counts as well, and knows of nobody who only reads and scrolls: the request itself tells it. */
    @ClientCallable
    void active() {}

    @ClientCallable
    void warn(boolean near) {
        warning.setOpened(near);
    }

    @ClientCallable
    void end() {
        signOut.run();
    }
}
