package dev.propusk.panel;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps the open pages of one browser to so many: each is kept on the server, and a script can open thousands (door 2). */
@Component
class OpenPages implements VaadinServiceInitListener {
    static final int MOST = 20;
    private static final long serialVersionUID = 1;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> closeOldest(init.getUI().getSession(), init.getUI()));
    }

    /** A browser that shows it nevertheless loads it anew. */
    private static void closeOldest(VaadinSession session, UI newest) {
        List<UI> open = session.getUIs().stream()
                .filter(ui -> !ui.equals(newest) && !ui.isClosing())
                .sorted(Comparator.comparingInt(UI::getUIId))
                .toList();
        open.stream().limit(Math.max(0, open.size() + 1 - MOST)).forEach(UI::close);
    }
}
