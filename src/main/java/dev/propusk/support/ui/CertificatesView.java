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
import dev.propusk.support.Verdict;
import jakarta.annotation.security.RolesAllowed;
import java.util.regex.Pattern;

/** Tells whether a certificate that came back is genuine: by what is printed on it, or by the file. */
@Route("certificates")
@Menu(title = "certificate.title", order = 12, icon = "vaadin:diploma")
@RolesAllowed({"SUPPORT", "ADMIN"})
class CertificatesView extends VerticalLayout implements HasDynamicTitle {
    private static final int LARGEST = 5_000_000;
    /** As it is printed, or written without spaces. */
    private static final Pattern CHECKSUM = Pattern.compile("\\s*(?:[0-9a-fA-F]\\s*){64}");

    private final Certificates certificates;
    private final TextField number = new TextField(getTranslation("certificate.number"));
    private final TextArea checksum = new TextArea(getTranslation("certificate.checksum"));
    private final Div answer = new Div();

    CertificatesView(Certificates certificates) {
        this.certificates = certificates;
        number.setErrorMessage(getTranslation("certificate.number.missing"));
        checksum.setHelperText(getTranslation("certificate.checksum.help"));
        checksum.setErrorMessage(getTranslation("certificate.checksum.missing"));
        Button verify = new Button(getTranslation("certificate.verify"), click -> verify());
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

    /** What was not typed is asked for: nothing is said of a certificate that can't be judged. */
    private void verify() {
        answer.removeAll();
        number.setInvalid(number.getValue().isBlank());
        checksum.setInvalid(
                !number.isInvalid() && !CHECKSUM.matcher(checksum.getValue()).matches());
        if (number.isInvalid()) {
            number.focus();
        } else if (checksum.isInvalid()) {
            checksum.focus();
        } else {
            show(certificates.verify(number.getValue(), checksum.getValue()));
        }
    }

    private void show(Verdict verdict) {
        answer.removeAll();
        Certificate found = verdict.certificate();
        Paragraph said = new Paragraph(
                found == null
                        ? getTranslation(
                                "certificate.verdict." + verdict.kind(),
                                number.getValue().strip())
                        : getTranslation("certificate.verdict." + verdict.kind(), found.number(), found.madeBy()));
        said.addClassName("answer");
        answer.add(said);
        if (found != null) {
            answer.add(new Pre(found.content()));
        }
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "certificate.title");
    }
}
