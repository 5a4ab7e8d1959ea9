package dev.propusk.panel;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Puts a text on the clipboard, and says so. */
public final class CopyButton extends Button {
    /** Within the click itself: some browsers allow it nowhere else, and none offers the clipboard without TLS. */
    private static final String COPY = """
            this.addEventListener('click', () => {
              if (navigator.clipboard) { navigator.clipboard.writeText($0); return; }
              const area = document.createElement('textarea');
              area.value = $0;
              this.parentNode.appendChild(area);
              area.select();
              document.execCommand('copy');
              area.remove();
            })""";

    private final String copied;

    public CopyButton(String label, String copied) {
        super(label, VaadinIcon.COPY_O.create());
        this.copied = copied;
        addThemeVariants(ButtonVariant.TERTIARY);
        addClickListener(click -> Notices.done(getTranslation("copy.done")));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs(COPY, copied);
    }
}
