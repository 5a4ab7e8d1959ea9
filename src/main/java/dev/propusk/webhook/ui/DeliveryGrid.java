package dev.propusk.webhook.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import dev.propusk.base.Dates;
import dev.propusk.webhook.Delivery;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** How the latest deliveries went. What the other side answered beside its status is never shown. */
class DeliveryGrid extends Composite<Grid<Delivery>> {
    private final ZoneId zone;

    DeliveryGrid(ZoneId zone) {
        this.zone = zone;
        Grid<Delivery> grid = getContent();
        grid.addColumn(delivery -> time(delivery.createdAt()))
                .setHeader(getTranslation("hook.log.at"))
                .setWidth("12em")
                .setFlexGrow(0)
                .setPartNameGenerator(delivery -> "code");
        grid.addColumn(delivery -> getTranslation("hook.event." + delivery.type()))
                .setHeader(getTranslation("hook.log.event"))
                .setWidth("12em");
        grid.addColumn(this::state)
                .setHeader(getTranslation("hook.log.state"))
                .setWidth("16em")
                .setFlexGrow(2);
        grid.addColumn(Delivery::attempts)
                .setHeader(getTranslation("hook.log.attempts"))
                .setWidth("7em")
                .setFlexGrow(0);
        grid.addColumn(delivery -> delivery.id().toString())
                .setHeader(getTranslation("hook.log.id"))
                .setWidth("21em")
                .setPartNameGenerator(delivery -> "code");
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setEmptyStateText(getTranslation("hook.log.empty"));
        grid.setSizeFull();
    }

    void show(List<Delivery> deliveries) {
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
