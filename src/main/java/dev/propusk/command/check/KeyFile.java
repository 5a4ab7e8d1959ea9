package dev.propusk.command.check;

import dev.propusk.secrets.KeyPlace;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/** Whether the key is there, is one, and is for us alone. */
record KeyFile(Environment environment) implements Check {
    @Override
    public String name() {
        return "key";
    }

    @Override
    public List<Finding> look() {
        KeyPlace key = KeyPlace.of(environment);
        if (!key.exists() && key.isMadeWhereMissing()) {
            return List.of(Finding.ok(name(), "The first start makes the key " + key.file() + "."));
        }
        key.secrets();
        List<Finding> found = new ArrayList<>();
        found.add(Finding.ok(name(), "The key in " + key.file() + " can be read."));
        if (key.isOpenToOthers()) {
            found.add(Finding.warning(
                    name(),
                    "Every login of this machine may read the key " + key.file() + ".",
                    "chmod 600 " + key.file()));
        }
        return found;
    }
}
