package dev.propusk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir
    private Path folder;

    @Test
    void onlyAWordInFrontIsACommand() {
        assertThat(Commands.isMeantBy()).isFalse();
        assertThat(Commands.isMeantBy("--server.port=0", "check")).isFalse();
        assertThat(Commands.isMeantBy("chekc")).isTrue();
    }

    @Test
    void anUnknownWordIsToldWithTheList() throws Exception {
        PropuskProcess said = PropuskProcess.run(folder, "bakcup");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.error()).startsWith("There is no command bakcup.").contains("check [--json]", "version");
    }

    @Test
    void theVersionIsALine() throws Exception {
        PropuskProcess said = PropuskProcess.run(folder, "version");

        assertThat(said.code()).isZero();
        assertThat(said.out().lines()).singleElement().asString().startsWith("Propusk ");
    }

    @Test
    void aCheckIsLinesAndAnExitCodeAndLeavesNothingBehind() throws Exception {
        PropuskProcess said = PropuskProcess.run(
                folder, "check", "--propusk.public-url=http://localhost", "--propusk.retention=abc", "--server.port=0");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out().lines())
                .filteredOn(line -> !line.startsWith("OK"))
                .singleElement()
                .asString()
                .startsWith("FAILURE  settings         propusk.retention is abc");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aStartThatCanNotComeOffIsRefusedWithTheSameSentenceBeforeAnythingIsMade() throws Exception {
        PropuskProcess said = PropuskProcess.run(
                folder, "--propusk.public-url=http://localhost", "--propusk.retention=abc", "--server.port=0");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out() + said.error())
                .contains("propusk.retention is abc, which is not a time such as")
                .doesNotContain("\tat ");
        assertThat(folder).isEmptyDirectory();
    }
}
