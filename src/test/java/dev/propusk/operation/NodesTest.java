package dev.propusk.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.TestClock;
import dev.propusk.data.TestNews;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which nodes there are, as each of them sees it. */
@PropuskTest
class NodesTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProductVersion version;

    @Autowired
    TestClock clock;

    @Test
    void aNodeIsThereFromItsFirstWordUntilItTakesItsLeave() {
        Nodes one = node();
        Nodes other = node();
        one.sayHello();
        other.sayHello();
        one.sayHello();
        assertThat(one.all()).filteredOn(Node::isThis).singleElement().satisfies(node -> {
            assertThat(node.name()).isNotBlank();
            assertThat(node.version()).isEqualTo(version.propusk());
            assertThat(node.isSilentAt(clock.instant())).isFalse();
        });
        Node seen = other.all().stream().filter(Node::isThis).findFirst().orElseThrow();
        assertThat(one.all()).extracting(Node::id).contains(seen.id());

        other.destroy();

        assertThat(one.all()).extracting(Node::id).doesNotContain(seen.id());
        one.destroy();
    }

    @Test
    void oneThatFellIsSilentForADayAndThenForgotten() {
        Nodes fallen = node();
        fallen.sayHello();
        Node seen = fallen.all().stream().filter(Node::isThis).findFirst().orElseThrow();
        clock.advance(Duration.ofMinutes(3));
        assertThat(seen.isSilentAt(clock.instant())).isTrue();

        clock.advance(Duration.ofDays(1));
        Nodes heir = node();
        heir.sayHello();

        assertThat(heir.all()).extracting(Node::id).doesNotContain(seen.id());
        heir.destroy();
    }

    private Nodes node() {
        return new Nodes(version, jdbc, TestNews.create(), clock);
    }
}
