package dev.propusk.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A {@link LoadedApplication}, seen from outside: it can be told to begin, watched, stopped and killed. Each one runs on a
 * machine with another locale of those that write other digits or other small letters: that must change nothing.
 */
final class ChildApplication implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final List<Locale> LOCALES =
            Stream.of("fa-IR", "tr-TR", "ar-EG").map(Locale::forLanguageTag).toList();
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final Process process;
    private final Answers answers;
    private final BlockingQueue<String> states = new LinkedBlockingQueue<>();
    private final List<String> other = new ArrayList<>();

    private ChildApplication(Process process, Answers answers) {
        this.process = process;
        this.answers = answers;
        Thread.ofPlatform().daemon().start(this::listen);
    }

    /** @param properties as on the command line */
    static ChildApplication start(String name, Answers answers, List<String> properties) throws IOException {
        Locale locale = LOCALES.get(STARTED.getAndIncrement() % LOCALES.size());
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-Duser.language=" + locale.getLanguage(),
                "-Duser.country=" + locale.getCountry(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                LoadedApplication.class.getName(),
                name,
                "--propusk.mariadb.unpack-dir=target/mariadb-binaries"));
        command.addAll(properties);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return new ChildApplication(builder.start(), answers);
    }

    /** Waits until it is ready, and tells where its database is. */
    Ready ready() throws InterruptedException {
        String line = states.poll(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
        if (line == null || !line.startsWith("ready ")) {
            throw new IllegalStateException("The application did not start: " + line + "\n" + output());
        }
        return Ready.read(line.substring("ready ".length()));
    }

    void go() throws IOException {
        tell("go");
    }

    /** Lets it finish what is under way. */
    void stop() throws IOException, InterruptedException {
        tell("stop");
        String line = states.poll(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
        if (!"stopped".equals(line)) {
            throw new IllegalStateException("The application did not stop: " + line + "\n" + output());
        }
        process.waitFor();
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        states.poll(1, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void tell(String line) throws IOException {
        Writer in = process.outputWriter();
        in.write(line + "\n");
        in.flush();
    }

    private void listen() {
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                hear(line);
            }
        } catch (IOException e) {
            other.add(e.toString());
        }
        states.add("ended");
    }

    private void hear(String line) {
        if (!line.startsWith("@")) {
            synchronized (other) {
                other.add(line);
            }
        } else if (line.startsWith("@ready") || line.equals("@stopped")) {
            states.add(line.substring(1));
        } else {
            answers.hear(line.substring(1));
        }
    }

    private String output() {
        synchronized (other) {
            return String.join("\n", other.subList(Math.max(0, other.size() - 60), other.size()));
        }
    }

    /** What it logged, for a reader. */
    void keepLog(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        synchronized (other) {
            Files.write(file, other);
        }
    }

    /** Where the database of a child is; the process is 0 where it is not its own. */
    record Ready(String url, String user, String password, long database) {
        static Ready read(String words) {
            String[] word = words.split(" ", -1);
            return word.length == 4
                    ? new Ready(word[0], word[1], word[2], Long.parseLong(word[3]))
                    : new Ready(words, "", "", 0);
        }
    }
}
