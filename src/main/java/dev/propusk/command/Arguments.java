package dev.propusk.command;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stood after a command's name.
 *
 * @param options by name, without dashes; a flag has an empty value
 * @param settings {@code --name=value} for the application, where the name has a dot
 */
public record Arguments(List<String> words, Map<String, String> options, List<String> settings) {
    private static final Pattern SETTING = Pattern.compile("--[a-z][\\w-]*\\.[^=]+(=.*)?");

    static Arguments of(Command command, List<String> given) {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        List<String> settings = new ArrayList<>();
        for (Iterator<String> all = given.iterator(); all.hasNext(); ) {
            String next = all.next();
            if (SETTING.matcher(next).matches()) {
                settings.add(next);
            } else if (next.startsWith("--")) {
                String[] parts = next.substring(2).split("=", 2);
                options.put(parts[0], value(command, parts, all));
            } else {
                words.add(next);
            }
        }
        return new Arguments(words, options, settings);
    }

    private static String value(Command command, String[] parts, Iterator<String> rest) {
        if (command.options().contains(parts[0]) && parts.length == 1) {
            return "";
        }
        if (!command.options().contains(parts[0] + "=")) {
            throw wrong(command);
        }
        if (parts.length == 2) {
            return parts[1];
        }
        if (!rest.hasNext()) {
            throw wrong(command);
        }
        return rest.next();
    }

    private static WrongUsageException wrong(Command command) {
        return new WrongUsageException("Usage: " + command.usage());
    }

    public boolean has(String option) {
        return options.containsKey(option);
    }

    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** The words, where there are as many as the command needs. */
    public List<String> words(Command command, int least, int most) {
        if (words.size() < least || words.size() > most) {
            throw wrong(command);
        }
        return words;
    }
}
