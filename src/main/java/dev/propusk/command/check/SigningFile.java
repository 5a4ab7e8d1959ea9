package dev.propusk.command.check;

import dev.propusk.base.StartRefusedException;
import dev.propusk.secrets.sign.SigningPlace;
import java.util.List;
import org.springframework.core.env.Environment;

/** Whether the key that certificates are signed with is one, where one is set, and the certificates beside it are some. */
final class SigningFile implements Check {
    private static final String NAME = "signing-key";

    private final Environment environment;

    SigningFile(Environment environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Finding> findings() {
        try {
            return List.of(Finding.ok(
                    NAME,
                    SigningPlace.owner(environment)
                            .map(owner -> "Certificates are signed by " + owner + ".")
                            .orElse("Certificates are not signed.")));
        } catch (StartRefusedException e) {
            return List.of(Finding.failure(NAME, e));
        }
    }
}
