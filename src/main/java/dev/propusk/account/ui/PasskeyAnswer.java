package dev.propusk.account.ui;

import com.vaadin.flow.component.Component;
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

    /** @param none when the person has thought better of it, or the browser can't */
    static void signed(Component on, String asked, Consumer<String> answer, Runnable none) {
        on.getElement().executeJs(GET, asked).then(String.class, answer::accept, failure -> none.run());
    }

    /** As {@link #signed}, for a new one. */
    static void made(Component on, String asked, Consumer<String> answer, Runnable none) {
        on.getElement().executeJs(CREATE, asked).then(String.class, answer::accept, failure -> none.run());
    }
}
