package dev.propusk.mariadb;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses the server to start: the machine's own before the bundled one, and none that is older than the data. */
final class BinariesChoice {
    private final ServerFiles files;
    private final List<ServerBinaries> ofMachine;
    private final BundledBinaries bundled;

    BinariesChoice(ServerFiles files, List<ServerBinaries> ofMachine, BundledBinaries bundled) {
        this.files = files;
        this.ofMachine = ofMachine;
        this.bundled = bundled;
    }

    ServerBinaries choose() throws IOException {
        Optional<MariaDbVersion> writer = files.writtenBy();
        // the same series first: a change of series is an upgrade of the files, which is not to happen by accident
        Predicate<ServerBinaries> same =
                found -> writer.isEmpty() || found.version().isSameSeriesAs(writer.get());
        Predicate<ServerBinaries> fitting =
                found -> writer.isEmpty() || found.version().opensFilesOf(writer.get());
        Optional<ServerBinaries> first = supported().filter(same).findFirst();
        if (first.isPresent()) {
            return first.get();
        }
        List<ServerBinaries> all =
                Stream.concat(supported(), bundled.find().stream()).toList();
        return all.stream()
                .filter(same)
                .findFirst()
                .or(() -> all.stream().filter(fitting).findFirst())
                .orElseThrow(() -> none(writer, all));
    }

    private Stream<ServerBinaries> supported() {
        return ofMachine.stream().filter(found -> !found.version().isTooOld());
    }

    private MariaDbException none(Optional<MariaDbVersion> writer, List<ServerBinaries> all) {
        if (writer.isPresent() && !all.isEmpty()) {
            return new DataOfNewerMariaDbException(files.data(), writer.get(), names(all));
        }
        return new NoMariaDbServerException(
                ofMachine.isEmpty() ? "no mariadbd was found" : names(ofMachine) + " is too old");
    }

    private static String names(List<ServerBinaries> binaries) {
        return binaries.stream()
                .map(found -> found.mariadbd() + " is " + found.version())
                .collect(Collectors.joining(", "));
    }
}
