package dev.propusk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.propusk.LostAnswers;
import dev.propusk.MainClasses;
import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.account.AccountCommands;
import dev.propusk.account.identity.IdentityCommands;
import dev.propusk.api.key.ApiCommands;
import dev.propusk.contract.ContractCommands;
import dev.propusk.data.Atomic;
import dev.propusk.gateway.GatewayCommands;
import dev.propusk.gateway.controller.ControllerCommands;
import dev.propusk.gateway.disconnect.DisconnectCommands;
import dev.propusk.gateway.freeradius.RadiusServerCommands;
import dev.propusk.gateway.session.SessionCommands;
import dev.propusk.identification.BudgetCommands;
import dev.propusk.journal.seal.SealCommands;
import dev.propusk.portal.PortalCommands;
import dev.propusk.retention.RetentionCommands;
import dev.propusk.sheet.print.SheetCommands;
import dev.propusk.statistics.StatisticsCommands;
import dev.propusk.support.CertificateCommands;
import dev.propusk.token.activate.ActivationCommands;
import dev.propusk.token.end.EndCommands;
import dev.propusk.token.generate.GenerationCommands;
import dev.propusk.webhook.HookCommands;
import dev.propusk.work.WorkCommands;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each command's COMMIT lands once and its answer is lost: nothing may stand twice, and who gave it hears of a success. */
@PropuskTest
class DoneOnceTest {
    private static final String ANSWER = "answer";

    /**
     * Done again, these take once more what only makes the application more careful: a try or a guess counts twice, a slot of
     * an allowance is lost for an hour, a lease runs out before its work is taken up, a code of this half minute is refused,
     * what failed waits a pause longer.
     */
    private static final Map<String, String> CAREFUL = Map.of(
            "AccountBudgets.take", "account_budget.remaining",
            "GuessingBudgets.chargeGuess", "guessing_budget.remaining",
            "GuessingBudgets.chargeDevice", "guessing_budget.remaining",
            "ForeignAnnulmentAllowance.claim", "foreign_annulment.used_at",
            "Leases.lease", ANSWER,
            "CodeClosings.putOff", "code_closing.tries",
            "SecondFactor.take", ANSWER);

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    TestContracts contracts;

    @Autowired
    JdbcClient jdbc;

    private String rows = "";

    @BeforeEach
    void findTheTables() {
        rows = Rows.statement(jdbc);
    }

    @Test
    void everyAtomicMethodIsAmongTheCommands() {
        Set<String> atomic = MainClasses.all().stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Atomic.class))
                .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                .collect(Collectors.toSet());
        assertThat(commands().keySet()).containsExactlyInAnyOrderElementsOf(atomic);
    }

    @TestFactory
    Stream<DynamicTest> standsOnceWhereTheAnswerToItsCommitIsLost() {
        return commands().entrySet().stream()
                .map(command -> dynamicTest(command.getKey(), () -> check(command.getKey(), command.getValue())));
    }

    private void check(String name, Commands.Command command) throws Exception {
        Map<String, Double> once = added(command.in(contracts.open()), Callable::call);
        Map<String, Double> lost = added(command.in(contracts.open()), LostAnswers::toFirstCommit);
        once.remove(CAREFUL.getOrDefault(name, ""));
        lost.remove(CAREFUL.getOrDefault(name, ""));
        assertThat(lost).as(name).isEqualTo(once);
    }

    @Test
    void aCommitThatIsStillUnderWayIsWaitedFor() throws Exception {
        for (String name : Set.of("Gateways.add", "Contracts.suspend", "OwnAccount.removeSecondFactor")) {
            Commands.Command command = Objects.requireNonNull(commands().get(name));
            Map<String, Double> once = added(command.in(contracts.open()), Callable::call);
            Map<String, Double> lost = added(command.in(contracts.open()), LostAnswers::toFirstCommitThatLandsLater);
            assertThat(lost).as(name).isEqualTo(once);
        }
    }

    private interface Way {
        Object call(Callable<?> command) throws Exception;
    }

    private Map<String, Double> added(Callable<?> command, Way way) throws Exception {
        Rows before = Rows.now(jdbc, rows);
        Object answer = way.call(command);
        Map<String, Double> added = Rows.now(jdbc, rows).since(before);
        if (answer instanceof Boolean yes) {
            added.put(ANSWER, yes ? 1.0 : 0.0);
        }
        return added;
    }

    private Map<String, Commands.Command> commands() {
        Map<String, Commands.Command> all = new TreeMap<>();
        Stream.of(
                        AccountCommands.class,
                        ApiCommands.class,
                        BudgetCommands.class,
                        ContractCommands.class,
                        ControllerCommands.class,
                        GatewayCommands.class,
                        RadiusServerCommands.class,
                        HookCommands.class,
                        IdentityCommands.class,
                        PortalCommands.class,
                        SealCommands.class,
                        SessionCommands.class,
                        SheetCommands.class,
                        StatisticsCommands.class,
                        RetentionCommands.class,
                        CertificateCommands.class,
                        GenerationCommands.class,
                        ActivationCommands.class,
                        EndCommands.class,
                        DisconnectCommands.class,
                        WorkCommands.class)
                .map(beans::createBean)
                .forEach(some -> all.putAll(some.all()));
        return all;
    }
}
