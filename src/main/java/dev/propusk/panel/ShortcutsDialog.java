package dev.propusk.panel;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import java.util.List;

/** What the keyboard can do. */
class ShortcutsDialog extends Dialog {
    private static final List<String> KEYS = List.of("issue", "generate", "search", "move", "open", "close", "help");

    ShortcutsDialog() {
        setHeaderTitle(getTranslation("keys.title"));
        DescriptionList list = new DescriptionList();
        list.addClassName("keys");
        KEYS.forEach(key -> list.add(
                new DescriptionList.Term(getTranslation("keys.of." + key)),
                new DescriptionList.Description(getTranslation("keys.does." + key))));
        add(list);
        Button close = new Button(getTranslation("keys.close"), click -> close());
        close.setAutofocus(true);
        getFooter().add(close);
    }
}
