package dev.propusk.bench.step;

import dev.propusk.bench.bare.BareServer;
import dev.propusk.bench.measure.Goal;
import dev.propusk.bench.measure.Row;
import dev.propusk.bench.measure.Step;
import dev.propusk.bench.seed.Scale;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * From {@code java -jar} on a database that is there already to {@code UP}, as the image starts it: the jar's parts side by
 * side, and a cache of what an earlier start has loaded. Beside it a bare server of the same Spring Boot on the same JVM,
 * without cache or database: it feels what a machine's processor and disk make of loading classes, as ours does, and
 * nothing of what ours may do better or worse.
 */
final class Starts implements Step {
    private static final Path JAR = Path.of("target", "propusk.jar");

    private static final String ADDRESS = "--propusk.public-url=http://localhost";

    private final Launch launch;
    private final Path folder;
    private final Scale scale;

    Starts(Path folder, Scale scale) {
        this.folder = folder;
        this.launch = new Launch(folder);
        this.scale = scale;
    }

    @Override
    public String name() {
        return "start to UP on an existing embedded database";
    }

    /** The bare one alone where there is no jar: in the tests, which run before it is made. */
    @Override
    public List<Row> rows() {
        return List.of(
                new Row(
                        "start to UP on an existing embedded database, as the image does",
                        "s",
                        new Goal.Within(15, Yardstick.START),
                        () -> scale.turns().compare(this::cached, this::bare)),
                new Row(
                        "the same, against the jar itself",
                        "s",
                        new Goal.AtMost(1),
                        () -> scale.turns().compare(this::cached, this::jar)));
    }

    private double bare() throws Exception {
        return launch.secondsToUp(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                BareServer.class.getName(),
                "--spring.config.name=bare"));
    }

    private double jar() throws Exception {
        return launch.secondsToUp(List.of("-jar", JAR.toString(), ADDRESS, data()));
    }

    private double cached() throws Exception {
        Path image = folder.resolve("image");
        Path jar = image.resolve("propusk.jar");
        Path cache = image.resolve("propusk.aot");
        if (Files.notExists(cache)) {
            launch.run(
                    Launch.java(),
                    "-Djarmode=tools",
                    "-jar",
                    JAR.toString(),
                    "extract",
                    "--force",
                    "--destination",
                    image + "");
            launch.run("sh", "docker/train.sh", jar.toString(), cache.toString());
        }
        return launch.secondsToUp(List.of(
                "-XX:AOTCache=" + cache,
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar.toString(),
                ADDRESS,
                data()));
    }

    private String data() {
        return "--propusk.data-dir=" + folder.resolve("start-data");
    }
}
