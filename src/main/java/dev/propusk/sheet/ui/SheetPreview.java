package dev.propusk.sheet.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.InputStreamDownloadHandler;
import dev.propusk.sheet.Sheet;
import java.io.ByteArrayInputStream;

/** The paper itself: the document that would be printed, with codes that nobody has. */
class SheetPreview extends Composite<Div> {
    private static final String WITHOUT_TOOLBAR = "#toolbar=0&navpanes=0&view=FitH";

    private final IFrame frame = new IFrame();
    private final Anchor open = new Anchor();

    SheetPreview() {
        frame.setTitle(getTranslation("sheet.preview.title"));
        frame.addClassName("sheet-preview");
        open.setText(getTranslation("sheet.preview.open"));
        open.setTarget(AnchorTarget.BLANK);
        getContent().addClassName("sheet-preview-box");
        getContent()
                .add(
                        new H2(getTranslation("sheet.preview.title")),
                        new Paragraph(getTranslation("sheet.preview.hint")),
                        frame,
                        open);
    }

    void show(Sheet sheet) {
        open.setHref(document(sheet));
        frame.setSrc(open.getHref() + WITHOUT_TOOLBAR);
    }

    private static DownloadHandler document(Sheet sheet) {
        byte[] pdf = sheet.pdf();
        InputStreamDownloadHandler handler = DownloadHandler.fromInputStream(event -> new DownloadResponse(
                new ByteArrayInputStream(pdf), "propusk-sample.pdf", "application/pdf", pdf.length));
        return handler.inline();
    }
}
