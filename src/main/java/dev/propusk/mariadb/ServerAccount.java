package dev.propusk.mariadb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The account of this machine that the server runs as: not root, where another one can reach the files.
 *
 * @param prefix what its commands begin with
 * @param options what the server must be told
 * @param owner who its files belong to, unless it is we
 */
record ServerAccount(
        List<String> prefix, List<String> options, @Nullable UserPrincipal owner) {
    private static final String UNPRIVILEGED = "nobody";

    /** Chooses by trying whether the server could be run, and could write into that directory, which becomes its own. */
    static ServerAccount forFilesIn(Path directory, Path mariadbd) throws IOException {
        if (!System.getProperty("user.name").equals("root")) {
            return new ServerAccount(List.of(), List.of(), null);
        }
        Optional<ServerAccount> unprivileged = unprivileged(directory);
        if (unprivileged.isPresent()) {
            ServerAccount account = unprivileged.get();
            account.own(directory);
            if (account.reaches(directory, mariadbd)) {
                return account;
            }
        }
        return new ServerAccount(List.of(), List.of("--user=root"), null);
    }

    private static Optional<ServerAccount> unprivileged(Path directory) throws IOException {
        Optional<Path> setpriv = setpriv();
        if (setpriv.isEmpty()) {
            return Optional.empty();
        }
        Program group = Program.run(List.of("id", "-g", UNPRIVILEGED));
        if (!group.succeeded()) {
            return Optional.empty();
        }
        UserPrincipal owner =
                directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(UNPRIVILEGED);
        List<String> prefix = List.of(
                setpriv.get().toString(),
                "--reuid=" + UNPRIVILEGED,
                "--regid=" + group.output().strip(),
                "--clear-groups");
        return Optional.of(new ServerAccount(prefix, List.of(), owner));
    }

    private boolean reaches(Path directory, Path mariadbd) {
        return Program.run(asAccount(List.of(
                        "sh",
                        "-c",
                        "test -w \"$1\" && test -x \"$2\"",
                        "sh",
                        directory.toString(),
                        mariadbd.toString())))
                .succeeded();
    }

    /** The command, run as this account and waited for. */
    List<String> asAccount(List<String> command) {
        return Stream.of(prefix, command, options).flatMap(List::stream).toList();
    }

    /**
     * The server's command, run as this account: killed by the system when the thread that starts it ends, and out of
     * reach of the terminal's keys, which are meant for the application.
     */
    List<String> asServer(List<String> command) {
        List<String> whole = new ArrayList<>();
        Program.find("setsid").ifPresent(setsid -> whole.add(setsid.toString()));
        setpriv().ifPresent(setpriv -> {
            whole.addAll(prefix.isEmpty() ? List.of(setpriv.toString()) : prefix);
            whole.addAll(List.of("--pdeathsig", "KILL"));
        });
        whole.addAll(command);
        whole.addAll(options);
        return whole;
    }

    /** Gives the account a file, or a folder with all that is in it; never what a link there points to. */
    void own(Path path) throws IOException {
        if (owner == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.toList()) {
                if (!Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
                    Files.getFileAttributeView(file, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                            .setOwner(owner);
                }
            }
        }
    }

    private static Optional<Path> setpriv() {
        return Program.find("setpriv");
    }
}
