package dev.propusk.command;

import dev.propusk.secrets.KeyForm;
import dev.propusk.secrets.sign.NewSigningKey;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Set;

/** {@code signing-key}: a key for certificates, for those who have none of an authority. */
class SigningKeyCommand implements Command {
    private static final String OUT = "out";
    private static final String NAME = "name";
    private static final KeyForm PASSWORD = new KeyForm("", 24);

    @Override
    public String name() {
        return "signing-key";
    }

    @Override
    public String usage() {
        return "signing-key --out <file> --name <whose>";
    }

    @Override
    public String purpose() {
        return "Makes a key that certificates are signed with, and the certificate by which others verify them.";
    }

    @Override
    public Set<String> options() {
        return Set.of(OUT + "=", NAME + "=");
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        arguments.words(this, 0, 0);
        Path file = Path.of(required(arguments, OUT));
        String name = required(arguments, NAME);
        String password = PASSWORD.issue().value();
        try (Surroundings surroundings = Surroundings.with(arguments.settings())) {
            String certificate = NewSigningKey.make(
                    file, name, password, surroundings.clock().instant());
            out.println("The key is in " + file + ". Set on every node:");
            out.println("propusk.signing-key-file=" + file.toAbsolutePath());
            out.println("propusk.signing-key-password=" + password);
            out.println("The password is shown only this once. Whoever verifies is handed this certificate:");
            out.print(certificate);
            return Commands.OK;
        }
    }

    private String required(Arguments arguments, String option) {
        return arguments
                .option(option)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new WrongUsageException("Usage: " + usage()));
    }
}
