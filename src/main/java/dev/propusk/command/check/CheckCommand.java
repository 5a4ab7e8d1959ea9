package dev.propusk.command.check;

import dev.propusk.base.MachineClock;
import dev.propusk.command.Arguments;
import dev.propusk.command.Command;
import dev.propusk.command.Commands;
import dev.propusk.command.Surroundings;
import dev.propusk.mariadb.DatabaseAddress;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import tools.jackson.databind.json.JsonMapper;

/** {@code check}: everything that has to be right before a start, told one line each. */
public class CheckCommand implements Command {
    @Override
    public String name() {
        return "check";
    }

    @Override
    public String usage() {
        return "check [--json]";
    }

    @Override
    public String purpose() {
        return "Looks at settings, key, database, clock, disk and port, and changes nothing.";
    }

    @Override
    public Set<String> options() {
        return Set.of("json");
    }

    @Override
    public int run(Arguments arguments, PrintStream out) {
        arguments.words(this, 0, 0);
        List<Finding> found;
        try (Surroundings surroundings = Surroundings.with(arguments.settings())) {
            found = findings(surroundings.environment(), surroundings.clock());
        }
        if (arguments.has("json")) {
            out.println(JsonMapper.builder().build().writeValueAsString(found));
        } else {
            found.forEach(finding -> out.println(line(finding)));
        }
        return found.stream().anyMatch(Finding::isFailure) ? Commands.FAILED : Commands.OK;
    }

    static List<Finding> findings(ConfigurableEnvironment environment, MachineClock clock) {
        List<Finding> own = findings(withoutDatabase(environment, true));
        // what is wrong there may be why nothing else can be asked
        if (own.stream()
                .anyMatch(finding -> finding.isFailure() && !finding.check().equals("port"))) {
            return own;
        }
        boolean isExternal = DatabaseAddress.isExternal(environment);
        List<DatabaseCheck> inside = List.of(
                new Schema(),
                new Grants(isExternal, environment.containsProperty("spring.liquibase.user")),
                new Fingerprint(environment),
                new Clocks(clock));
        return Stream.concat(own.stream(), new Database(environment, inside).findings().stream())
                .toList();
    }

    /** In the order in which one makes the next impossible. */
    static List<Check> withoutDatabase(ConfigurableEnvironment environment, boolean listens) {
        KnownSettings known = KnownSettings.read();
        List<Check> checks = new ArrayList<>(List.of(
                new SettingNames(environment, known),
                new SettingValues(environment, known),
                new DatabaseUrl(environment),
                new Proxies(environment),
                new DataDirectory(environment),
                new KeyFile(environment)));
        if (listens) {
            checks.add(new SigningFile(environment));
            checks.add(new FreePort(environment));
        }
        return checks;
    }

    private static List<Finding> findings(List<Check> checks) {
        List<Finding> found = new ArrayList<>();
        for (Check check : checks) {
            found.addAll(check.findings());
            if (check instanceof SettingValues && found.stream().anyMatch(Finding::isFailure)) {
                return found;
            }
        }
        return found;
    }

    private static String line(Finding finding) {
        return String.format(
                Locale.ROOT,
                "%-7s  %-15s  %s%s",
                finding.grade(),
                finding.check(),
                finding.says(),
                finding.remedy().isEmpty() ? "" : " " + finding.remedy());
    }
}
