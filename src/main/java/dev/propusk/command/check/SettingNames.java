package dev.propusk.command.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Tells names that nobody reads: a setting that is mistyped would be one that is not set.
 *
 * <p>In the environment others may have variables that begin with ours (Kubernetes makes {@code PROPUSK_SERVICE_HOST} of a
 * service's name), so that there it is a warning.
 */
record SettingNames(ConfigurableEnvironment environment, KnownSettings known) implements Check {
    private static final Pattern OTHERS =
            Pattern.compile("PROPUSK_(ADMIN_PASSWORD|SERVICE_(HOST|PORT).*|PORT(_\\d+_.*)?|RADIUS_.*)");
    private static final Pattern INDEX = Pattern.compile("_\\d+$");

    @Override
    public String name() {
        return "setting-names";
    }

    @Override
    public List<Finding> look() {
        List<Finding> found = new ArrayList<>();
        if (!known.isEmpty()) {
            for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
                if (source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource variables) {
                    unknownVariables(variables).forEach(found::add);
                } else if (source instanceof IterableConfigurationPropertySource listed) {
                    listed.stream()
                            .filter(name -> KnownSettings.isOurs(name)
                                    && known.find(name).isEmpty())
                            .forEach(name -> found.add(Finding.failure(
                                    name(),
                                    "There is no setting " + name + ".",
                                    "Did you mean " + nearest(name) + "?")));
                }
            }
        }
        return found.isEmpty() ? List.of(Finding.ok(name(), "All names are known.")) : found;
    }

    private List<Finding> unknownVariables(SystemEnvironmentPropertySource variables) {
        List<Finding> found = new ArrayList<>();
        for (String variable : variables.getPropertyNames()) {
            if (variable.startsWith("PROPUSK_") && !OTHERS.matcher(variable).matches() && !isKnown(variable)) {
                ConfigurationPropertyName read =
                        ConfigurationPropertyName.adapt(variable.toLowerCase(Locale.ROOT), '_');
                found.add(Finding.warning(
                        name(), "No setting reads " + variable + ".", "Did you mean " + nearest(read) + "?"));
            }
        }
        return found;
    }

    private boolean isKnown(String variable) {
        String plain = INDEX.matcher(variable).replaceFirst("");
        return known.all().stream()
                .map(each -> each.name().toString())
                .anyMatch(name -> plain.equals(variable(name)) || plain.equals(variable(name.replace('-', '.'))));
    }

    /** As Spring Boot asks for it: {@code PROPUSK_PUBLICURL}; what it takes as well is {@code PROPUSK_PUBLIC_URL}. */
    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
    }

    private String nearest(ConfigurationPropertyName name) {
        String plain = letters(name);
        return known.all().stream()
                .map(KnownSettings.Known::name)
                .min(Comparator.comparingInt(each -> distance(plain, letters(each))))
                .map(ConfigurationPropertyName::toString)
                .orElseThrow();
    }

    private static String letters(ConfigurationPropertyName name) {
        return name.toString().replaceAll("[-.\\[\\]\\d]", "").toLowerCase(Locale.ROOT);
    }

    /** How many letters have to be put in, taken out or changed (Levenshtein). */
    private static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int changed = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(changed, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[to.length()];
    }
}
