package dev.propusk.account.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.util.function.Consumer;

/** Asks the browser for a passkey: it asks the person, and hands back what their device has made or signed. */
final class PasskeyAnswer {
    private static final String GET = """
            return navigator.credentials
              .get({publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse($0))})
              .then(answer => JSON.stringify(answer.toJSON()))""";
    private static final String CREATE = """
            return navigator.credentials
              .create({publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse($0))})
              .then(answer => JSON.stringify(answer.toJSON()))""";

    private PasskeyAnswer() {}

    /**
     * Asks once, however often the button is pressed: it can be pressed again when the browser has answered.
     *
     * @param none when the person has thought better of it, or the browser can't
     */
    static void signed(Button pressed, String asked, Consumer<String> answer, Runnable none) {
        ask(pressed, GET, asked, answer, none);
    }

    /** As {@link #signed}, for a new one. */
    static void made(Button pressed, String asked, Consumer<String> answer, Runnable none) {
        ask(pressed, CREATE, asked, answer, none);
    }

    /** Asked by the page: what a button answers that can't be pressed is not heard. */
    private static void ask(Button pressed, String script, String asked, Consumer<String> answer, Runnable none) {
        pressed.setEnabled(false);
        UI.getCurrent()
                .getElement()
                .executeJs(script, asked)
                .then(
                        String.class,
                        given -> {
                            pressed.setEnabled(true);
                            answer.accept(given);
                        },
                        failure -> {
                            pressed.setEnabled(true);
                            none.run();
                        });
    }
}
