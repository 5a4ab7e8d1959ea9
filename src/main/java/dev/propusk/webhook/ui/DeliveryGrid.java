package dev.propusk.webhook.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.GridVariant;
import dev.propusk.base.Dates;
import dev.propusk.panel.RecordGrid;
import dev.propusk.webhook.Delivery;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** How the latest deliveries went. What the other side answered beside its status is never shown. */
class DeliveryGrid extends Composite<RecordGrid<Delivery>> {
    private ZoneId zone = ZoneOffset.UTC;

    DeliveryGrid() {
        RecordGrid<Delivery> grid = getContent();
        grid.text("hook.log.at", delivery -> time(delivery.createdAt()))
                .setAutoWidth(false)
                .setWidth("12em")
                .setFlexGrow(0)
                .setPartNameGenerator(delivery -> "code");
        grid.text("hook.log.event", delivery -> getTranslation("hook.event." + delivery.type()))
                .setAutoWidth(false)
                .setWidth("12em");
        grid.text("hook.log.state", this::state)
                .setAutoWidth(false)
                .setWidth("16em")
                .setFlexGrow(2);
        grid.text("hook.log.attempts", delivery -> String.valueOf(delivery.attempts()))
                .setAutoWidth(false)
                .setWidth("7em")
                .setFlexGrow(0);
        grid.text("hook.log.id", delivery -> delivery.id().toString())
                .setAutoWidth(false)
                .setWidth("21em")
                .setPartNameGenerator(delivery -> "code");
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.setEmptyStateText(getTranslation("hook.log.empty"));
    }

    void show(List<Delivery> deliveries, ZoneId contractsZone) {
        zone = contractsZone;
        getContent().setItems(deliveries);
    }

    private String state(Delivery delivery) {
        String state = getTranslation("hook.state." + delivery.state());
        String answer = answer(delivery);
        String next = delivery.attempts() == 0
                ? ""
                : delivery.nextAt()
                        .map(at -> getTranslation("hook.log.next", time(at)))
                        .orElse("");
        return String.join(
                ", ",
                List.of(state, answer, next).stream()
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private String answer(Delivery delivery) {
        if (delivery.reason() != null) {
            return getTranslation("hook.reason." + delivery.reason());
        }
        Integer status = delivery.status();
        return status == null ? "" : getTranslation("hook.log.status", status);
    }

    private String time(Instant time) {
        return Dates.moment(this, time, zone);
    }
}
