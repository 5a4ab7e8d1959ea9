package dev.propusk.command;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands that the papers show are taken out of them and called, one after the other, and print what is shown there. */
class OperatorManualTest extends InstalledCommands {
    private static final Path MANUAL = Path.of("docs", "operator.md");
    private static final List<Path> OTHERS = Stream.of("en", "ru")
            .flatMap(language -> Stream.of("install.md", "operation.md", "upgrade.md")
                    .map(paper -> Path.of("docs", language, paper)))
            .toList();

    private static final Pattern CALL = Pattern.compile("java -jar (?:/opt/propusk/)?propusk\\.jar ([a-z][^`\\n]*)");
    private static final Pattern PIECE = Pattern.compile("(?ms)^```(text)?\\n(.*?)^```$");
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern DIFFERS = Pattern.compile("…|\\d[\\d,]*");

    private List<String> settings = List.of();
    private Instant moment = Instant.EPOCH;
    private String restored = "";
    private final Set<List<String>> called = new HashSet<>();

    @Test
    void everyCommandOfTheManualDoesWhatItSays() throws Exception {
        Files.writeString(folder.resolve("new.key"), Base64.getEncoder().encodeToString(another()));
        int shown = 0;
        for (MatchResult piece :
                PIECE.matcher(Files.readString(MANUAL)).results().toList()) {
            if (piece.group(1) == null) {
                for (MatchResult call : CALL.matcher(piece.group(2)).results().toList()) {
                    call(call.group(1));
                }
            } else {
                assertThat(said).matches(asShown(piece.group(2)));
                shown++;
            }
        }
        assertThat(shown).isGreaterThan(7);
    }

    private void call(String line) throws Exception {
        List<String> words = words(line);
        if (!called.add(words)) {
            return;
        }
        settings = external("propusk");
        if (words.getFirst().equals("restore")) {
            restored = "manual" + called.size();
            installation.makeEmpty(restored);
        }
        if (Set.of("restore", "rotate-key").contains(words.getFirst())) {
            settings = external(restored);
        }
        if (line.contains("--to ")) {
            await().until(() -> !installation.now().isBefore(moment));
        }
        assertThat(call(settings, words.stream().map(this::own).toArray(String[]::new)))
                .as(() -> line + "\n" + said)
                .isZero();
        moment = installation.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher argument = ARGUMENT.matcher(line.replace(">/dev/null", ""));
        while (argument.find()) {
            words.add(argument.group(1) == null ? argument.group(2) : argument.group(1));
        }
        return words;
    }

    /** What stands here for the manual's example. */
    private String own(String example) {
        return switch (example) {
            case "age1…" -> new String(pair(), US_ASCII);
            case "/var/backups/binlogs" -> installation.logs().toString();
            case "/var/backups/propusk" -> folder.toString();
            case "new.key", "certificates.p12" -> folder.resolve(example).toString();
            case "<file>" -> backup();
            default -> {
                boolean isMoment = example.matches("\\d{4}-.*Z");
                yield isMoment ? moment.toString() : example.endsWith(".sql.gz") ? backup() : example;
            }
        };
    }

    private static byte[] pair() {
        try {
            return new X25519KeyPairGenerator().generateKeyPair().getPublic().getEncoded();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] another() {
        byte[] key = new byte[32];
        key[0] = 7;
        return key;
    }

    /** The newest that is not encrypted. */
    private String backup() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".sql.gz"))
                    .max(String::compareTo)
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Figures and what is left out may be others; the manual's folders are this test's own. */
    private String asShown(String text) {
        String here = text.replace("/var/backups/propusk", folder.toString())
                .replace("in new.key", "in " + folder.resolve("new.key"))
                .replace("in certificates.p12", "in " + folder.resolve("certificates.p12"));
        StringBuilder pattern = new StringBuilder("(?s)");
        int from = 0;
        for (MatchResult found : DIFFERS.matcher(here).results().toList()) {
            pattern.append(Pattern.quote(here.substring(from, found.start())))
                    .append(found.group().equals("…") ? "[^\\n]+" : "[\\d,]+");
            from = found.end();
        }
        return pattern.append(Pattern.quote(here.substring(from))).append(".*").toString();
    }

    @Test
    void everyCommandOfTheGuidesStandsInTheManual() throws Exception {
        Set<String> manual = signatures(MANUAL);
        assertThat(manual).hasSizeGreaterThan(8);
        for (Path paper : OTHERS) {
            assertThat(manual).as(paper.toString()).containsAll(signatures(paper));
        }
    }

    /** By their names, how many words they have and which options. */
    private static Set<String> signatures(Path paper) throws IOException {
        return CALL.matcher(Files.readString(paper))
                .results()
                .map(call -> words(call.group(1)))
                .map(words -> words.getFirst() + " " + words.size() + " "
                        + words.stream()
                                .filter(word -> word.startsWith("--"))
                                .collect(Collectors.toCollection(TreeSet::new)))
                .collect(Collectors.toSet());
    }
}
