package dev.propusk.support.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.propusk.base.PageTitle;
import dev.propusk.support.Certificate;
import dev.propusk.support.Certificates;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;

/** Tells whether a certificate that came back is genuine: by what is printed on it, or by the file. */
@Route("certificates")
@Menu(title = "certificate.title", order = 12, icon = "vaadin:diploma")
@RolesAllowed({"SUPPORT", "ADMIN"})
class CertificatesView extends VerticalLayout implements HasDynamicTitle {
    private static final int LARGEST = 5_000_000;

    private final Certificates certificates;
    private final TextField number = new TextField(getTranslation("certificate.number"));
    private final TextArea checksum = new TextArea(getTranslation("certificate.checksum"));
    private final Div answer = new Div();

    CertificatesView(Certificates certificates) {
        this.certificates = certificates;
        checksum.setHelperText(getTranslation("certificate.checksum.help"));
        Button verify = new Button(
                getTranslation("certificate.verify"),
                click -> show(certificates.verify(number.getValue(), checksum.getValue())));
        verify.addThemeVariants(ButtonVariant.PRIMARY);
        VerticalLayout form = new VerticalLayout(number, checksum, verify, upload());
        form.setPadding(false);
        form.addClassName("narrow-form");
        answer.getElement().setAttribute("role", "status");
        answer.addClassName("reasons");
        add(
                new H1(getTranslation("certificate.title")),
                new Paragraph(getTranslation("certificate.explanation")),
                form,
                answer);
    }

    private Upload upload() {
        Upload upload = new Upload(UploadHandler.inMemory((metadata, file) -> show(certificates.verify(file))));
        upload.setAcceptedMimeTypes("application/pdf");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST);
        UploadI18N texts = new UploadI18N();
        texts.setAddFiles(new UploadI18N.AddFiles().setOne(getTranslation("certificate.upload")));
        texts.setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("certificate.drop")));
        upload.setI18n(texts);
        return upload;
    }

    private void show(Optional<Certificate> found) {
        answer.removeAll();
        if (found.isEmpty()) {
            Paragraph no = new Paragraph(getTranslation("certificate.unknown"));
            no.addClassName("answer");
            answer.add(no);
            return;
        }
        Paragraph yes = new Paragraph(getTranslation(
                "certificate.genuine", found.get().number(), found.get().madeBy()));
        yes.addClassName("answer");
        answer.add(List.of(yes, new Pre(found.get().content())));
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "certificate.title");
    }
}
