package dev.propusk.gateway.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.propusk.gateway.GatewayId;
import dev.propusk.gateway.GatewayList.Listed;
import dev.propusk.gateway.contact.FirstSign;
import dev.propusk.gateway.contact.GatewayState;
import dev.propusk.gateway.freeradius.RadiusSettings;
import dev.propusk.web.PublicSettings;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leads through setting up a gateway's equipment: what to type on it, and what has been heard of it so far; open until all has. */
class SetUpPanel extends Details {
    private final GatewayWords words;
    private final RadiusSettings radius;
    private final PublicSettings settings;
    private final Div guide = new Div();
    private final UnorderedList signs = new UnorderedList();
    private @Nullable Shown shown;

    SetUpPanel(GatewayWords words, RadiusSettings radius, PublicSettings settings) {
        this.words = words;
        this.radius = radius;
        this.settings = settings;
        signs.addClassName("signs");
        signs.getElement().setAttribute("role", "status");
        setSummaryText(words.text("gateway.set-up"));
        setWidthFull();
        addClassName("set-up");
        add(new H2(words.text("gateway.sign")), signs, new H2(words.text("gateway.set-up.steps")), guide);
    }

    /** What the steps are made of. */
    private record Shown(GatewayId gateway, int version, boolean believesLinks, SetUpValues values) {}

    void show(Listed listed, GatewayState state) {
        if (shown == null) {
            setOpened(isLeft(listed, state));
        }
        signs.removeAll();
        Arrays.stream(FirstSign.values())
                .filter(sign -> sign.isOf(listed.gateway()))
                .forEach(sign -> signs.add(item(sign, sign.at(state))));
        Shown now = new Shown(
                listed.gateway().id(),
                listed.gateway().version(),
                listed.contract().believesLinkMac(),
                SetUpValues.of(listed.gateway(), listed.contract(), radius, settings));
        if (!now.equals(shown)) {
            shown = now;
            guide.removeAll();
            guide.add(new SetUpGuide(listed, now.values()));
        }
    }

    private static boolean isLeft(Listed listed, GatewayState state) {
        return Arrays.stream(FirstSign.values())
                .anyMatch(sign -> sign.isOf(listed.gateway()) && sign.at(state).isEmpty());
    }

    private ListItem item(FirstSign sign, Optional<Instant> at) {
        Icon icon = (at.isPresent() ? VaadinIcon.CHECK_CIRCLE : VaadinIcon.CIRCLE_THIN).create();
        icon.addClassName(at.isPresent() ? "come" : "awaited");
        String said = at.map(when -> words.text("gateway.sign.come", words.moment(when)))
                .orElseGet(() -> words.text("gateway.sign." + sign + ".how"));
        Span hint = new Span(said);
        hint.addClassName("hint");
        return new ListItem(icon, new Span(words.text("gateway.sign." + sign)), hint);
    }
}
