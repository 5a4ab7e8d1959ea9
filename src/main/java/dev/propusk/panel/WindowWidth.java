package dev.propusk.panel;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.shared.Registration;

/** How wide the browser's window is, in CSS pixels. */
public final class WindowWidth {
    /** Below this there is no room for columns. */
    public static final int NARROW = 760;

    private WindowWidth() {}

    /** Tells the width whenever {@code component} is attached, and each change of it while it is. */
    public static void follow(Component component, SerializableConsumer<Integer> consumer) {
        component.addAttachListener(attach -> {
            Page page = attach.getUI().getPage();
            tell(page.getExtendedClientDetails(), consumer);
            Registration resizing = page.addBrowserWindowResizeListener(resize -> consumer.accept(resize.getWidth()));
            component.addDetachListener(detach -> {
                resizing.remove();
                detach.unregisterListener();
            });
        });
    }

    private static void tell(ExtendedClientDetails client, SerializableConsumer<Integer> consumer) {
        if (client.getWindowInnerWidth() > 0) {
            consumer.accept(client.getWindowInnerWidth());
        } else {
            client.refresh(known -> consumer.accept(known.getWindowInnerWidth()));
        }
    }
}
