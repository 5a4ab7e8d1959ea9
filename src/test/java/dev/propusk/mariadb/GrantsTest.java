package dev.propusk.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.propusk.Application;
import dev.propusk.TestContracts;
import dev.propusk.account.AccountAdministration;
import dev.propusk.base.NetworkAddress;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.command.Commands;
import dev.propusk.contract.Contract;
import dev.propusk.identification.Attempt;
import dev.propusk.identification.Identification;
import dev.propusk.retention.LegalHolds;
import dev.propusk.security.ActingAs;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import dev.propusk.support.Certificates;
import dev.propusk.support.Lookup;
import dev.propusk.support.Question;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.Reuse;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import dev.propusk.token.generate.Issuing;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code docker/mariadb/grants.sql}: with these grants the application does its work, and can't rewrite what it has written
 * down (rule 20).
 */
class GrantsTest extends GrantedServer {

    @Test
    void theApplicationDoesItsWorkAndCanNotRewriteWhatItWroteDown() throws Exception {
        grant();
        migrate();
        grant();
        try (ConfigurableApplicationContext application = start()) {
            Contract hotel = work(application);
            application.getBean("sealing");
            await().until(() -> count("journal_seal") > 0);
            server.execute("update propusk.token set id = concat('0100', substring(id, 5)),"
                    + " annulled_at = annulled_at - interval 4 year where deleted_at is not null");
            server.execute("insert into propusk.device_session"
                    + " (id, contract_id, gateway_id, acct_session_id, mac, station, started_at, seen_at, ended_at)"
                    + " select uuid(), id, uuid(), 'long ago', x'ACDE48010204', 'ap', now() - interval 4 year,"
                    + " now() - interval 4 year, now() - interval 4 year from propusk.contract limit 1");
            int tokens = count("token");
            application.getBean("retention");
            await().until(() -> count("token") < tokens);
            await().until(() -> count("device_session where acct_session_id = 'long ago'") == 0);
            assertThat(count("journal where contract_id = '" + hotel.id() + "'"))
                    .isPositive();
        }
        for (String table : List.of("journal", "journal_seal", "journal_sealed", "certificate")) {
            assertThat(count(table)).as(table).isPositive();
            assertDenied("propusk_app", "change me 2", "delete from " + table);
            assertDenied("propusk_app", "change me 2", "update " + table + " set " + firstColumn(table) + " = null");
            assertDenied("propusk_app", "change me 2", "truncate table " + table);
            assertDenied("propusk_app", "change me 2", "alter table " + table + " add column x int");
            assertDenied("propusk_purge", "change me 3", "insert into " + table + " () values ()");
        }
        assertDenied("propusk_app", "change me 2", "delete from token");
        assertDenied("propusk_app", "change me 2", "create table another (id int)");
        assertDenied("propusk_purge", "change me 3", "update journal set actor = 'nobody'");
        assertDenied("propusk_purge", "change me 3", "delete from journal_seal");
    }

    @Test
    void aBackupIsMadeByAUserWhoMayReadAndNothingElse(@TempDir Path folder) throws Exception {
        grant();
        migrate();
        grant();
        Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("rw-------"));
        Path backup = folder.resolve("all.sql.gz");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);

        int code = new Commands(Application.class, to, to)
                .run(
                        "backup",
                        backup.toString(),
                        "--propusk.public-url=http://localhost",
                        "--propusk.data-dir=" + PLACE.resolve("own"),
                        "--propusk.secret-key-file=" + keyFile().toAbsolutePath(),
                        "--spring.datasource.url=" + server.url(),
                        "--spring.datasource.username=propusk_app",
                        "--spring.datasource.password=change me 2",
                        "--propusk.backup-user=propusk_backup",
                        "--propusk.backup-password=change me 4");

        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(backup).isNotEmptyFile();
        assertThat(count("backup_done")).isEqualTo(1);
        for (String table : List.of("journal", "token", "backup_done")) {
            assertDenied("propusk_backup", "change me 4", "insert into " + table + " () values ()");
            assertDenied("propusk_backup", "change me 4", "delete from " + table);
        }
    }

    /** What people and devices do, each through its service. */
    private static Contract work(ConfigurableApplicationContext application) {
        TestContracts contracts = application.getBean(TestContracts.class);
        Generation generation = application.getBean(Generation.class);
        Activation activation = application.getBean(Activation.class);
        Annulments ending = application.getBean(Annulments.class);
        Contract hotel = contracts.open();
        contracts.asOwner(hotel, () -> {
            Token once = generation
                    .generate(hotel.id(), new TokenRequest(3, Reuse.SINGLE_USE, Term.ofDays(7), "№ 12", "B-4711"))
                    .tokens()
                    .getFirst();
            activation.activate(hotel.id(), once.code(), TestContracts.device());
            Token moved = activation.moveToNewMac(hotel.id(), once.id(), TestContracts.device());
            ending.delete(hotel.id(), moved.id());
            Token till = generation
                    .generate(hotel.id(), new TokenRequest(1, Reuse.MULTI_USE, Term.UNLIMITED, null, null))
                    .tokens()
                    .getFirst();
            activation.activate(hotel.id(), till.code(), TestContracts.device());
            ending.annul(hotel.id(), till.id(), true);
            application
                    .getBean(Issuing.class)
                    .issueNow(hotel.id(), new TokenRequest(1, Reuse.SINGLE_USE, Term.UNLIMITED, null, null));
            return application
                    .getBean(AccountAdministration.class)
                    .invite(hotel.id(), hotel.slug() + "-new", Role.OPERATOR);
        });
        Attempt stranger = Attempt.onOpenPage(hotel.id(), NetworkAddress.parse("192.0.2.1"), TestContracts.device());
        TokenCode wrong = TokenCode.read("100000000000").orElseThrow();
        assertThatThrownBy(() -> application.getBean(Identification.class).identify(stranger, wrong))
                .isInstanceOf(CodeNotAcceptedException.class);
        PanelUser support = contracts.user(contracts.support());
        ActingAs.user(support, () -> {
            Question question = new Question(hotel.number(), null, null, null, ZoneId.of("UTC"), "№ 17");
            application.getBean(Lookup.class).ask(question);
            return application.getBean(Certificates.class).make(question, Locale.ENGLISH);
        });
        ActingAs.administrator(
                () -> application.getBean(LegalHolds.class).place(TimeOrderedId.next(), "AC:DE:48:01:02:03", "№ 5"));
        contracts.suspend(hotel.id());
        contracts.resume(hotel.id());
        return hotel;
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Application.class)
                .profiles("test")
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "spring.main.lazy-initialization", "true",
                        "spring.main.banner-mode", "off",
                        "spring.autoconfigure.exclude", "com.vaadin.flow.spring.SpringBootAutoConfiguration"))
                .run(
                        "--spring.datasource.url=" + server.url(),
                        "--spring.datasource.username=propusk_app",
                        "--spring.datasource.password=change me 2",
                        "--spring.liquibase.user=propusk_migration",
                        "--spring.liquibase.password=change me 1",
                        "--propusk.purge-user=propusk_purge",
                        "--propusk.purge-password=change me 3",
                        "--propusk.secret-key-file=" + keyFile(),
                        "--propusk.seal-interval=200ms",
                        "--propusk.purge-interval=200ms");
    }
}
