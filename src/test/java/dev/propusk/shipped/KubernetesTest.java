package dev.propusk.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docker/kubernetes}, by reading it: no cluster is at hand. */
class KubernetesTest {
    private static final Path FOLDER = Path.of("docker", "kubernetes");

    @Test
    void eachIsNamedOnceAndSaysWhatItIs() throws Exception {
        List<String> names = all().stream()
                .map(one -> one.get("kind") + " " + at(one, "metadata", "name"))
                .toList();
        assertThat(names)
                .doesNotHaveDuplicates()
                .contains(
                        "StatefulSet propusk",
                        "PodDisruptionBudget propusk",
                        "Secret propusk",
                        "NetworkPolicy propusk");
        assertThat(all()).allSatisfy(one -> assertThat(one.get("apiVersion")).isNotNull());
    }

    @Test
    void probesAskForWhatTheImageHas() throws Exception {
        Map<?, ?> container = container(one("StatefulSet"));
        assertThat(at(container, "ports"))
                .hasToString("[{name=http, containerPort=8080}, {name=management, containerPort=8081}]");
        assertThat(Files.readString(Path.of("docker", "Dockerfile")))
                .contains("EXPOSE 8080 8081", "MANAGEMENT_SERVER_PORT=8081");
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            String group = probe.equals("readinessProbe") ? "readiness" : "liveness";
            assertThat(at(container, probe, "httpGet"))
                    .as(probe)
                    .hasToString("{path=/actuator/health/" + group + ", port=management}");
        }
    }

    @Test
    void nothingRunsAsRootOrWritesWhereItNeedNot() throws Exception {
        for (String kind : List.of("StatefulSet", "Job")) {
            Map<?, ?> pod = pod(one(kind));
            assertThat(at(pod, "securityContext", "runAsUser")).as(kind).isEqualTo(10001);
            assertThat(at(pod, "securityContext", "runAsNonRoot")).as(kind).isEqualTo(true);
            Map<?, ?> container = container(one(kind));
            assertThat(at(container, "securityContext", "readOnlyRootFilesystem"))
                    .isEqualTo(true);
            assertThat(at(container, "securityContext", "allowPrivilegeEscalation"))
                    .isEqualTo(false);
            assertThat(at(container, "resources", "limits", "memory")).isNotNull();
        }
        assertThat(Files.readString(Path.of("docker", "Dockerfile"))).contains("--uid 10001");
    }

    @Test
    void eachSecretThatIsMountedIsInTheSecret() throws Exception {
        Map<?, ?> secrets = (Map<?, ?>) at(one("Secret"), "stringData");
        for (String kind : List.of("StatefulSet", "Job")) {
            for (Object volume : (List<?>) at(pod(one(kind)), "volumes")) {
                if (((Map<?, ?>) volume).get("secret") != null) {
                    for (Object item : (List<?>) at((Map<?, ?>) volume, "secret", "items")) {
                        assertThat(secrets.keySet().stream().map(Object::toString))
                                .contains(at((Map<?, ?>) item, "key").toString());
                    }
                }
            }
        }
    }

    private static Map<?, ?> pod(Map<?, ?> one) {
        return (Map<?, ?>) at(one, "spec", "template", "spec");
    }

    private static Map<?, ?> container(Map<?, ?> one) {
        return (Map<?, ?>) ((List<?>) at(pod(one), "containers")).getFirst();
    }

    private static Map<?, ?> one(String kind) throws IOException {
        return all().stream()
                .filter(found -> kind.equals(found.get("kind")))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<?, ?>> all() throws IOException {
        List<Map<?, ?>> all = new ArrayList<>();
        for (String file : List.of("propusk.yaml", "secret.yaml")) {
            Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            for (Object one : yaml.loadAll(Files.readString(FOLDER.resolve(file)))) {
                all.add((Map<?, ?>) one);
            }
        }
        return all;
    }

    private static Object at(Map<?, ?> from, String... path) {
        Object found = from;
        for (String key : path) {
            found = ((Map<?, ?>) found).get(key);
            assertThat(found).as(String.join(".", path)).isNotNull();
        }
        return found;
    }
}
