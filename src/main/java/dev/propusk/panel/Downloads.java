package dev.propusk.panel;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.Map;

/** Files that a page hands out. */
public final class Downloads {
    private Downloads() {}

    /**
     * The file in the language of its page: components ask the current {@link UI} for it, and a download has none of its
     * own.
     */
    public static DownloadHandler inLanguageOfPage(DownloadHandler file) {
        return event -> {
            Map<Class<?>, CurrentInstance> before = CurrentInstance.setCurrent(event.getUI());
            try {
                file.handleDownloadRequest(event);
            } finally {
                CurrentInstance.restoreInstances(before);
            }
        };
    }
}
