package dev.propusk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * Every statement over a contract's data names the contract, JPA's and JDBC's alike: read from the compiled classes,
 * where a statement is one constant however many lines, names and pieces its source has.
 *
 * <p>What looks across contracts stands in a class whose name says so, or below with the reason.
 */
class ContractScopeTest {
    /** Class, how many of its statements name no contract, and why they need not. */
    private static final String EXPLAINED = """
            AccountList 2: an administrator lists all logins
            GatewayList 2: an administrator lists all gateways
            CurrentAccounts 1: the login that is signed in, by its own id
            IdentityContracts 1: which contract somebody comes from, by its number, is what is asked
            KnownAddresses 1: who signs in has only a name yet
            OpenSessions 1: the sessions of a login, by their own ids or by that of the login
            KnownDevices 1: who signs in has only a name yet
            SecondFactor 3: the login that is signed in, by its own id; any one's secret, only to see whether the key reads it
            ApiKeys 1: the key is what tells the contract
            KeyUses 1: the key that was just accepted, by its own id
            IdempotentCalls 1: what is past its time goes, whosever it is
            CodeClosings 2: what was left half done is finished, whosever it is
            ExpiryTransaction 2: what has ended is annulled, whosever it is; rows by ids just found
            SweepMetrics 1: how late the sweep is, over all contracts
            TokenMapping 2: the one list of columns; its readers put their condition behind it, its insert names the contract
            LimitMapping 1: beside its token's row, in that list of columns
            CodePlaces 1: beside its token's row, in that list of columns
            SupportTokenQuery 2: support looks for a device across contracts
            PanelTokenQuery 1: put together, beginning with the contract
            DeviceSessions 3: support looks for a device or an address across contracts; a part of a statement that names it before
            KeysBefore 1: the key is what tells the contract
            Trials 2: the number and the address of a packet are what tells the contract
            NetworkSessions 3: put together, each part with the contract
            DeviceSessionMapping 2: a row that others put their condition behind
            SessionMapping 1: a session's addresses, in the contract of its own row
            SilentSessions 2: what was not heard of for long has ended, whosever it is
            ForeignAnnulmentAllowance 1: a gateway, which belongs to one contract, by its own id
            RedirectLinks 2: what is past its time goes, whosever it is
            HeldAnnulmentTable 3: an administrator looks after all gateways; rows of one of them
            Leases 4: work is leased in the order in which it is due, whosever it is
            OpenSession 1: the beginning of those of PendingDisconnects
            PendingDisconnects 1: devices whose tokens were annulled in this transaction, whosever they are
            DisconnectQueue 3: what is due is carried out, whosever it is; rows by ids just found
            PassTable 1: what is due is told, whosever it is; a row by an id just found
            DisconnectRetention 1: what is past its time goes, whosever it is
            Deliveries 2: what is due is sent, whosever it is; rows by ids just found
            JournalSearch 1: put together, beginning with the contract; the provider sees all
            Seals 3: the whole journal is one chain
            SealMetrics 1: the whole journal is one chain
            PurgedSeals 1: the whole journal is one chain
            PurgeStatements 11: what is past its retention goes, whosever it is
            DemoHistory 1: the demo alone, and all that it has
            AtomicCalls 1: whether what a call was to make stands, by the id that it made itself
            Grants 1: which rights are held on a table, none of its rows
            KeyRotation 2: all that is encrypted is encrypted anew, whosever it is
            LegalHolds 3: the provider's, over some or all contracts
            """;

    private static final Pattern TABLE =
            Pattern.compile("create table (?:if not exists )?(\\w+) \\((.*?)\\n\\)", Pattern.DOTALL);
    private static final Pattern ITS_CONTRACT = Pattern.compile("^\\s*contract_id ", Pattern.MULTILINE);
    private static final Pattern SELECTED = Pattern.compile("(?is)\\bselect\\b.*?\\bfrom\\b");
    private static final Pattern CONDITION = Pattern.compile(
            "(?is)\\bcontract(_id|\\.value)?\\)?\\s*(=|<=>|in\\b)(?!\\s*\\w+\\.(?:contract_)?id\\b)|using \\(contract_id");
    private static final Pattern INSERTED = Pattern.compile("(?is)insert (ignore )?into \\w+\\s*\\([^)]*contract_id");

    private static final Pattern TOUCHES = touches();

    @Test
    void everyStatementOverAContractsDataNamesTheContractOrIsExplained() throws IOException {
        Map<String, List<String>> bare = new TreeMap<>();
        statements().forEach((type, statements) -> {
            List<String> found = statements.stream()
                    .filter(statement -> !namesAContract(statement))
                    .toList();
            if (!found.isEmpty() && !type.startsWith("CrossContract")) {
                bare.put(type, found);
            }
        });
        assertThat(bare.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue().size()))
                .as(() -> bare.toString())
                .containsExactlyInAnyOrderElementsOf(EXPLAINED
                        .lines()
                        .map(line -> line.substring(0, line.indexOf(':')))
                        .toList());
    }

    @Test
    void statementsAreSeenWhereverTheyStand() throws IOException {
        Map<String, List<String>> seen = statements();
        assertThat(seen)
                .containsKeys("ApiKeyRepository", "TokenTable", "Quotas", "CrossContractTokens", "DeviceSessions");
        assertThat(seen.values().stream().mapToInt(List::size).sum()).isGreaterThan(100);
        assertThat(namesAContract("select id, contract_id from token where id = ?"))
                .isFalse();
        assertThat(namesAContract("select id from token where id = ? and contract_id = ?"))
                .isTrue();
        assertThat(namesAContract("delete from token where id = ? group by contract_id"))
                .isFalse();
        assertThat(TOUCHES.matcher("select t.id from contract c join token t on true")
                        .find())
                .isTrue();
        assertThat(TOUCHES.matcher("select code from token_code").find()).isFalse();
    }

    private static boolean namesAContract(String statement) {
        return INSERTED.matcher(statement).find()
                || CONDITION
                        .matcher(SELECTED.matcher(statement).replaceAll(" from "))
                        .find();
    }

    /** By simple name of the class. */
    private static Map<String, List<String>> statements() throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of(Application.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".class")).toList()) {
                ClassModel type = ClassFile.of().parse(file);
                List<String> statements = StreamSupport.stream(
                                type.constantPool().spliterator(), false)
                        .filter(Utf8Entry.class::isInstance)
                        .map(entry -> ((Utf8Entry) entry).stringValue())
                        .filter(text -> TOUCHES.matcher(text).find())
                        .toList();
                if (!statements.isEmpty()) {
                    found.put(type.thisClass().asInternalName().replaceAll(".*/", ""), statements);
                }
            }
        }
        return found;
    }

    /**
     * A contract's tables have a column for it; JPA knows them by names of their own. A table that is put in at run time may
     * be any, and so may that of a condition that stands alone.
     */
    private static Pattern touches() {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/changelog"))) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".sql")).toList()) {
                TABLE.matcher(Files.readString(file))
                        .results()
                        .filter(table -> ITS_CONTRACT.matcher(table.group(2)).find())
                        .map(table -> table.group(1))
                        .forEach(table -> names.addAll(List.of(table, table.replace("_", ""))));
            }
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
        return Pattern.compile(
                "(?is)^\\s*where\\s+\\S|^\\s*(?:select|delete|update)\\b.*?(?<=from|update)\\s+(?:\\x01|%s)|"
                        + "\\b(?:from|join|into|update)\\s+(?:" + names.stream().collect(Collectors.joining("|"))
                        + ")\\b");
    }
}
