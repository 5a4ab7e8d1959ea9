package dev.propusk.command.check;

import dev.propusk.base.StartRefusedException;
import dev.propusk.secrets.KeyPlace;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/** Whether the key is there, is one, and is for us alone. */
final class KeyFile implements Check {
    private static final String NAME = "key";

    private final Environment environment;

    KeyFile(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Finding> findings() {
        try {
            KeyPlace key = KeyPlace.of(environment);
            if (!key.exists() && key.isMadeWhereMissing()) {
                return List.of(Finding.ok(NAME, "The first start makes the key " + key.file() + "."));
            }
            key.secrets();
            List<Finding> found = new ArrayList<>();
            found.add(Finding.ok(NAME, "The key in " + key.file() + " can be read."));
            if (key.isOpenToOthers()) {
                found.add(Finding.warning(
                        NAME,
                        "Every login of this machine may read the key " + key.file() + ".",
                        "chmod 600 " + key.file()));
            }
            return found;
        } catch (StartRefusedException e) {
            return List.of(Finding.failure(NAME, e));
        }
    }
}
