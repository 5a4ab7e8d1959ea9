package dev.propusk.gateway.freeradius;

import static dev.propusk.faults.Commands.asAdministrator;

import dev.propusk.base.AddressList;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.faults.Commands;
import dev.propusk.security.ActingAs;
import java.util.Map;
import java.util.UUID;

/** FreeRADIUS servers are given a key, and it is taken away. */
public final class RadiusServerCommands implements Commands {
    private static final NewRadiusServer TERMS = new NewRadiusServer("FreeRADIUS", AddressList.EVERYWHERE);

    private final RadiusServers servers;

    RadiusServerCommands(RadiusServers servers) {
        this.servers = servers;
    }

    @Override
    public Map<String, Command> all() {
        return Map.of(
                "RadiusServers.add", hotel -> asAdministrator(() -> servers.add(TimeOrderedId.next(), TERMS)),
                "RadiusServers.addWithKey",
                        hotel -> {
                            UUID id = TimeOrderedId.next();
                            return asAdministrator(() -> servers.addWithKey(id, TERMS, "rk_test_" + id));
                        },
                "RadiusServers.remove",
                        hotel -> {
                            UUID id = TimeOrderedId.next();
                            ActingAs.administrator(() -> servers.add(id, TERMS));
                            return asAdministrator(() -> servers.remove(id));
                        });
    }
}
