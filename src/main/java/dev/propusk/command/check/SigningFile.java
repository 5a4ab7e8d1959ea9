package dev.propusk.command.check;

import dev.propusk.secrets.sign.SigningPlace;
import java.util.List;
import org.springframework.core.env.Environment;

/** Whether the key that certificates are signed with is one, where one is set, and the certificates beside it are some. */
record SigningFile(Environment environment) implements Check {
    @Override
    public String name() {
        return "signing-key";
    }

    @Override
    public List<Finding> look() {
        return List.of(Finding.ok(
                name(),
                SigningPlace.owner(environment)
                        .map(owner -> "Certificates are signed by " + owner + ".")
                        .orElse("Certificates are not signed.")));
    }
}
