package dev.propusk.panel;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Short messages that pass by. */
public final class Notices {
    private Notices() {}

    public static void done(String text) {
        Notification.show(text, 4_000, Notification.Position.BOTTOM_START);
    }

    public static void problem(String text) {
        Notification.show(text, 8_000, Notification.Position.MIDDLE).addThemeVariants(NotificationVariant.LUMO_ERROR);
    }
}
