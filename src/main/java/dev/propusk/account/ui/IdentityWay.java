package dev.propusk.account.ui;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.propusk.account.identity.IdentityRequests;
import dev.propusk.account.identity.IdentitySettings;
import dev.propusk.web.SignInWay;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Signing in by the provider of identities, on the sign-in page; and who has no other way. */
@org.springframework.stereotype.Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class IdentityWay implements SignInWay {
    private final IdentitySettings settings;
    private final IdentityRequests requests;

    IdentityWay(IdentitySettings settings, IdentityRequests requests) {
        this.settings = settings;
        this.requests = requests;
    }

    @Override
    public Optional<Component> offer() {
        if (!settings.isOn()) {
            return Optional.empty();
        }
        IdentityButton button = new IdentityButton("identity.sign-in", requests::signIn);
        if (settings.label() != null) {
            button.setText(settings.label());
        }
        Div offer = new Div(button);
        offer.setWidthFull();
        if (!settings.only().isEmpty()) {
            String roles = settings.only().stream()
                    .sorted()
                    .map(role -> offer.getTranslation("account.role." + role))
                    .collect(joining(", "));
            offer.add(new Paragraph(offer.getTranslation("identity.only", roles)));
        }
        return Optional.of(offer);
    }
}
