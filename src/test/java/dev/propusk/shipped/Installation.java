package dev.propusk.shipped;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A machine on which Propusk is installed: a copy of the repository's files as Git has them, a docker daemon of its own, and
 * the commands of {@code docker/README.md}, which stand there after {@code <!-- tried: name -->}.
 */
final class Installation {
    static final String HOST = "wifi.example.org";
    static final int HTTPS = 18_443;
    static final int HTTP = 18_081;
    static final int RADIUS = 18_812;

    private static final Path HOME = Path.of("target", "shipped").toAbsolutePath();
    private static final Path SCRIPTS = Path.of("src", "test", "docker").toAbsolutePath();
    private static final Path LOG = HOME.resolve("commands.log");
    private static final Duration PATIENCE = Duration.ofMinutes(25);
    private static final Pattern TRIED =
            Pattern.compile("(?s)<!-- tried: (?<name>[a-z-]+) -->\\n```\\n(?<commands>.*?)\\n```");

    private final Path folder = HOME.resolve("propusk");
    private final Map<String, String> commands = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();

    /** Takes a copy, and starts the daemon with images that bear the public names. */
    Installation() throws Exception {
        Files.createDirectories(HOME);
        bash(
                Path.of("").toAbsolutePath(),
                "rm -rf '%1$s' && mkdir -p '%1$s' && git ls-files -z | xargs -0 cp --parents -t '%1$s'"
                        .formatted(folder));
        Matcher matcher = TRIED.matcher(Files.readString(place("README.md")));
        while (matcher.find()) {
            commands.put(matcher.group("name"), matcher.group("commands"));
        }
        environment.put("PATH", SCRIPTS.resolve("bin") + ":" + System.getenv("PATH"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("DOCKER_BUILDKIT", "0");
        environment.put("COMPOSE_HTTP_TIMEOUT", "600");
        environment.put("PROPUSK_TLS", "files");
        environment.put("PROPUSK_HTTP", "127.0.0.1:" + HTTP);
        environment.put("PROPUSK_HTTPS", "127.0.0.1:" + HTTPS);
        environment.put("PROPUSK_PORT", "127.0.0.1:18082");
        environment.put("PROPUSK_RADIUS_AUTH", "127.0.0.1:" + RADIUS);
        environment.put("PROPUSK_RADIUS_ACCT", "127.0.0.1:18813");
        environment.put(
                "DOCKER_HOST",
                script("daemon.sh", "start", HOME.resolve("docker").toString()));
        script("bases.sh");
        takeDown();
    }

    /** A file beside the compose files. */
    Path place(String file) {
        return folder.resolve("docker").resolve(file);
    }

    /** Does as the document says under this name, and gives what was printed. */
    String asDocumented(String name) throws Exception {
        return asDocumented(name, "", "");
    }

    /** The same, with something of one's own in place of the document's example. */
    String asDocumented(String name, String example, String own) throws Exception {
        String found = commands.get(name);
        if (found == null || !found.contains(example)) {
            throw new IllegalStateException("docker/README.md has no commands '" + name + "' with " + example);
        }
        return run(found.replace(example, own));
    }

    /** A command beside the compose files. */
    String run(String command) throws Exception {
        return bash(folder.resolve("docker"), command);
    }

    /** A certificate for {@link #HOST}, of an authority that nobody knows: tls/certificate.pem and tls/key.pem. */
    void makeCertificate() throws Exception {
        run("openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=%1$s -addext subjectAltName=DNS:%1$s"
                        .formatted(HOST)
                + " -keyout tls/key.pem -out tls/certificate.pem 2>&1");
    }

    /** The certificate's key, as Chromium wants it told. */
    String certificateKey() throws Exception {
        return run("openssl x509 -in tls/certificate.pem -noout -pubkey | openssl pkey -pubin -outform der"
                        + " | openssl dgst -sha256 -binary | base64")
                .strip();
    }

    /** Everything that compose has made, with what it holds; the secrets, settings and backups stay. */
    void takeDown() throws Exception {
        bash(
                HOME,
                "for kind in container volume network; do docker $kind ls -q "
                        + "--filter label=com.docker.compose.project $([ $kind != container ] || echo -a)"
                        + " | xargs -r docker $kind rm $([ $kind = network ] || echo -f); done");
    }

    private String script(String name, String... arguments) throws Exception {
        return bash(HOME, "'" + SCRIPTS.resolve(name) + "' " + String.join(" ", arguments))
                .strip();
    }

    private String bash(Path where, String command) throws Exception {
        Instant began = Instant.now();
        Path output = Files.createTempFile(HOME, "output", ".txt");
        ProcessBuilder builder = new ProcessBuilder("bash", "-euo", "pipefail", "-c", command)
                .directory(where.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        String printed = Files.readString(output);
        Files.delete(output);
        note("%s%n%s-- %s after %d s%n"
                .formatted(
                        command,
                        printed,
                        ended ? process.exitValue() : "not ended",
                        Duration.between(began, Instant.now()).toSeconds()));
        if (!ended || process.exitValue() != 0) {
            throw new IllegalStateException("This did not go as the document says (see " + LOG + "):\n" + command + "\n"
                    + printed + lastLines());
        }
        return printed;
    }

    private static void note(String text) throws IOException {
        Files.writeString(LOG, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static String lastLines() throws IOException {
        List<String> lines = Files.readAllLines(LOG, StandardCharsets.UTF_8);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }

    /** What the daemon holds is left where it is, for the next run; {@code target} goes with {@code clean}. */
    void leave() throws Exception {
        takeDown();
        script("daemon.sh", "stop", HOME.resolve("docker").toString());
    }
}
