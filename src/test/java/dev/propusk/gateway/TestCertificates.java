package dev.propusk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Authorities and certificates of two days, made by openssl in a folder. */
record TestCertificates(Path folder) {
    /** Signs others' certificates. */
    void authority(String name) throws Exception {
        request(name, "-x509", "-days", "2", "-out", pem(name));
        assertThat(Path.of(pem(name))).isNotEmptyFile();
    }

    void certificate(String name, String authority) throws Exception {
        String request = folder.resolve(name + ".csr").toString();
        request(name, "-out", request);
        run(
                "openssl",
                "x509",
                "-req",
                "-in",
                request,
                "-CA",
                pem(authority),
                "-CAkey",
                key(authority),
                "-CAcreateserial",
                "-days",
                "2",
                "-out",
                pem(name));
        assertThat(Path.of(pem(name))).isNotEmptyFile();
    }

    /** With a new key. */
    private void request(String name, String... options) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("openssl", "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"));
        command.addAll(List.of("-keyout", key(name), "-subj", "/CN=" + name));
        command.addAll(List.of(options));
        run(command.toArray(String[]::new));
    }

    String key(String name) {
        return folder.resolve(name + ".key").toString();
    }

    String pem(String name) {
        return folder.resolve(name + ".pem").toString();
    }

    /** What a command says; it is over within half a minute. */
    String run(String... command) throws Exception {
        Path output = Files.createTempFile(folder, "openssl", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output);
    }
}
