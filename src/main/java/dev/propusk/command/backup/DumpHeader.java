package dev.propusk.command.backup;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a dump says of where it was made, in its first lines.
 *
 * @param schema the name that the database had
 * @param log where in the binary log the dump stands; empty where the server kept none
 */
record DumpHeader(String schema, Optional<LogPosition> log) {
    private static final Pattern SCHEMA = Pattern.compile("(?m)^-- Host: .*Database: (\\S+)");
    private static final Pattern LOG = Pattern.compile("MASTER_LOG_FILE='([^']+)', MASTER_LOG_POS=(\\d+)");

    /** A place in the binary log. */
    record LogPosition(String file, long position) {}

    static DumpHeader in(String firstLines) {
        Matcher schema = SCHEMA.matcher(firstLines);
        Matcher log = LOG.matcher(firstLines);
        return new DumpHeader(
                schema.find() ? schema.group(1) : "propusk",
                log.find()
                        ? Optional.of(new LogPosition(log.group(1), Long.parseLong(log.group(2))))
                        : Optional.empty());
    }
}
