package dev.propusk.gateway.controller;

import dev.propusk.base.BoundedMap;
import dev.propusk.gateway.GatewayId;
import org.springframework.stereotype.Component;

/** What speaks to controllers, kept for as long as it is used, so that not each call begins with a login. */
@Component
class ControllerApis {
    private static final int MOST = 200;

    private final BoundedMap<GatewayId, Kept> kept = new BoundedMap<>(MOST);
    private final ControllerTable table;
    private final ControllerSettings settings;

    ControllerApis(ControllerTable table, ControllerSettings settings) {
        this.table = table;
        this.settings = settings;
    }

    /** @param controller as it was set when this one was made */
    private record Kept(Controller controller, ControllerApi api) {}

    ControllerApi of(Controller controller) {
        return kept.get(controller.gateway())
                .filter(known -> known.controller().equals(controller))
                .map(Kept::api)
                .orElseGet(() -> make(controller));
    }

    private ControllerApi make(Controller controller) {
        ControllerLine line = new ControllerLine(controller.address(), controller.pinned(), settings.timeout());
        ControllerApi api = controller.dialect().over(line, controller, table.secret(controller));
        kept.put(controller.gateway(), new Kept(controller, api));
        return api;
    }
}
