package dev.propusk.identification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.propusk.identification.GuessingAlert;
import dev.propusk.identification.GuessingAlerts;
import dev.propusk.panel.PanelNotice;
import dev.propusk.security.CurrentUser;
import dev.propusk.security.PanelUser;
import java.util.List;
import java.util.Optional;

/** Warns who works for a network while somebody guesses its codes (rule 19). */
@org.springframework.stereotype.Component
class GuessingNotice implements PanelNotice {
    private final GuessingAlerts alerts;
    private final CurrentUser currentUser;

    GuessingNotice(GuessingAlerts alerts, CurrentUser currentUser) {
        this.alerts = alerts;
        this.currentUser = currentUser;
    }

    @Override
    public Optional<Component> forWhoIsSignedIn() {
        List<GuessingAlert> now = currentUser
                .panelUser()
                .flatMap(PanelUser::contract)
                .map(alerts::of)
                .orElse(List.of());
        if (now.isEmpty()) {
            return Optional.empty();
        }
        Div notice = new Div();
        notice.addClassName("notice");
        notice.getElement().setAttribute("role", "status");
        now.forEach(alert -> notice.add(new Paragraph(notice.getTranslation(
                alert.slowed() ? "guessing.slowed." + alert.source() : "guessing.many." + alert.source()))));
        notice.add(new Paragraph(notice.getTranslation("guessing.by-hand")));
        return Optional.of(notice);
    }
}
