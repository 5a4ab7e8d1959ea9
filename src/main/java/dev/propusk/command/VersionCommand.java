package dev.propusk.command;

import java.io.PrintStream;

/** {@code version}. */
class VersionCommand implements Command {
    @Override
    public String name() {
        return "version";
    }

    @Override
    public String usage() {
        return "version";
    }

    @Override
    public String purpose() {
        return "Says which version this is.";
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        arguments.words(this, 0, 0);
        try (Surroundings surroundings = Surroundings.with(arguments.settings())) {
            String version = surroundings.environment().getProperty("spring.application.version", "(not built)");
            out.println("Propusk " + version + ", Java " + Runtime.version());
        }
        return Commands.OK;
    }
}
