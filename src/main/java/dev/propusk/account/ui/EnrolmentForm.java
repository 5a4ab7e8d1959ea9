package dev.propusk.account.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.propusk.account.OwnAccount;
import dev.propusk.account.TotpSecret;
import dev.propusk.base.QrCode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Puts a secret into an authenticator app, asks for a code of it, and shows the recovery codes once. */
class EnrolmentForm extends Composite<VerticalLayout> {
    private final OwnAccount account;
    private final Runnable enrolled;
    private final Runnable done;

    /**
     * @param enrolled takes the session on, as soon as the factor is set up: all others have just ended
     * @param done called back when the recovery codes have been shown
     */
    EnrolmentForm(OwnAccount account, Runnable enrolled, Runnable done) {
        this.account = account;
        this.enrolled = enrolled;
        this.done = done;
        getContent().setPadding(false);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (event.isInitialAttach()) {
            ask(account.newSecret());
        }
    }

    private void ask(TotpSecret secret) {
        Div typed = new Div(secret.typed());
        typed.addClassNames("code", "secret");
        getContent()
                .add(
                        new Paragraph(getTranslation("enrolment.scan")),
                        qrCode(secret, getTranslation("enrolment.qr")),
                        new Paragraph(getTranslation("enrolment.type")),
                        typed,
                        new CodeForm(getTranslation("enrolment.code"), code -> confirm(secret, code)));
    }

    private static Image qrCode(TotpSecret secret, String alternative) {
        byte[] svg = QrCode.of(secret.uri()).svg().getBytes(StandardCharsets.UTF_8);
        Image image = new Image(
                DownloadHandler.fromInputStream(download -> new DownloadResponse(
                                new ByteArrayInputStream(svg), "qr.svg", "image/svg+xml", svg.length))
                        .inline(),
                alternative);
        image.addClassName("qr-code");
        return image;
    }

    private boolean confirm(TotpSecret secret, String code) {
        List<String> recovery = account.setSecondFactor(secret, code);
        if (!recovery.isEmpty()) {
            enrolled.run();
            showRecovery(recovery);
        }
        return !recovery.isEmpty();
    }

    private void showRecovery(List<String> codes) {
        Button kept = new Button(getTranslation("enrolment.kept"), click -> done.run());
        kept.addThemeVariants(ButtonVariant.PRIMARY);
        Pre list = new Pre(String.join("\n", codes));
        list.addClassName("code");
        getContent().removeAll();
        getContent().add(new Paragraph(getTranslation("enrolment.recovery")), list, kept);
    }
}
