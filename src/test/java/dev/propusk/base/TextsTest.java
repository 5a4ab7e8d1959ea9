package dev.propusk.base;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.base.guest.GuestTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern KEY_IN_A_CALL =
            Pattern.compile("(?:getTranslation|text|texts\\.get)\\((?:[\\w.()]+,\\s*)?\"([a-z]+(?:\\.[\\w-]+)+)\"");

    /**
     * Keys that are put together: of words, and of an enum's constants (where the code makes them small, with dashes, a
     * {@code -} stands before the enum's name). {@code ?}: not each of them has a text.
     */
    private static final String COMPUTED = """
            account.fault.<InvalidAccountException.Fault>
            account.role.<Role>
            account.role.<Role>.explained
            account.role.<Role>.make
            account.status.<-Login.State>
            account.link.<LinkMail.Kind>
            account.mail.<LinkMail.Kind>.(subject|text)
            customer.(contract|gateway|guest|owner)
            customer.(gateway|guest|owner).do
            customer.gateway.<CustomerProgress.State>
            customer.owner.<CustomerProgress.State>
            customer.guest.<TestGuest.Outcome>
            contract.error.(name|number|slug|ssid|status|zone)
            contract.status.<ContractStatus>
            gateway.contact.<Contact>
            gateway.ending.cause.<ErrorCause>
            gateway.set-up.<SetUpStep>
            gateway.set-up.blank.<SetUpValue>?
            gateway.set-up.value.<SetUpValue>?
            gateway.sign.<FirstSign>
            gateway.sign.<FirstSign>.how
            gateway.trial.<TrialResult.Outcome>?
            gateway.trial.answer.<TrialAnswer>
            gateway.trial.answer.(NONE)
            gateway.error.(address|askAgainMinutes|contract|disconnectPort|logins|name|nasIdentifier|radiusSecret|redirectSecret)
            gateway.controller.dialect.<Dialect>
            gateway.controller.error.(account|address|dialect|secret|site)
            gateway.controller.failure.<ControllerFailure>
            gateway.sign.<Sign>
            gateway.kind.<GatewayKind>
            gateway.meaning.device.<DevicePlace>
            gateway.shared.<SharedAddressException.Wrong>
            gateway.unkept.<UnkeptReason>
            guessing.many.<Attempt.Source>
            guessing.slowed.<Attempt.Source>
            hook.event.(token.activated|token.annulled|tokens.low|trial)
            hook.reason.<DeliveryFailure>
            hook.state.<DeliveryState>
            identity.refused.<-IdentityRefusedException.Fault>
            journal.account.<-AccountChanged.Change>
            journal.account.<-FailedTries.Kind>
            journal.actor.<Actor.Kind>
            journal.flaw.<JournalFlaw.Kind>
            journal.group.(account|api-key|contract|gateway|guessing|journal|retention|session|sheet|support|token|webhook)
            journal.value.annulment.<Annulment>
            journal.value.answer.<DisconnectReply.Verdict>?
            journal.value.answer.(NO_ADDRESS)
            amount.bytes.(0|1|2|3)
            gateway.limits.idle.(true|false)
            gateway.limits.speed.<SpeedAttributes>
            gateway.limits.traffic.<TrafficAttributes>
            journal.value.byHand.(false|true)
            journal.value.days.(unlimited)
            journal.value.devices.(none)
            journal.value.failure.<ControllerFailure>
            journal.value.mac.(none)
            journal.value.reason.<DisconnectReason>
            journal.value.reuse.<Reuse>
            journal.value.role.<Role>
            journal.value.source.<Attempt.Source>
            journal.value.way.(identity-provider|none)
            key.scope.<KeyScope>
            keys.does.(close|generate|help|issue|move|open|search)
            keys.of.(close|generate|help|issue|move|open|search)
            layout.appearance.<Appearance>
            password.fault.<InvalidPasswordException.Fault>
            portal.error.<-PortalOutcome.Problem>
            portal.next.<DonePart.Next>?
            portal.refusal.(1|2|3|4|5)
            profile.news.<-FailedTries.Kind>
            profile.news.<-AccountChanged.Change>?
            problem.<-ProblemKind>.(detail|explained|remedy|title)
            problem.wrong-state.<TokenState>
            radius.refusal.<Refusal>
            sheet.settings.language.(RUSSIAN|ENGLISH|BOTH)
            sheet.settings.order.<SheetSort>
            sheet.settings.paper.<SheetPaper>
            statistics.kind.<ReportedKind>
            statistics.title.(days|hours|kinds|unused)
            certificate.verdict.<Verdict.Kind>
            support.contradiction.<Contradiction.Kind>
            support.doubt.<Doubt>
            support.fault.<InvalidQuestionException.Fault>
            system.concern.<Concern>
            system.job.name.(abandoned-closings|account-addresses|account-devices|activation-summary|clock|closed-contracts|controllers|disconnect-retention|disconnects|expiry|figures|gateway-contacts|guessing-budgets|idempotency-retention|live-changes|nodes|panel-session-rows|panel-sessions|quota-record|rate-limits|redirect-links|retention|seal-publication|seal-witness|seals|sign-in-failures|silent-sessions|webhook-deliveries|webhook-retention)
            token.annulment.<Annulment>
            token.error.refused.<CodeNotAcceptedException.Refusal>
            token.error.state.<TokenState>
            token.kind.explained.<UsesCard>
            token.kind.name.<UsesCard>
            token.reuse.<Reuse>
            token.reuse.<Reuse>.explained
            token.state.<TokenState>
            token.tab.<TokenState>
            token.warning.<ContractStatus>?
            why.explained.<Reason.Kind>?
            why.reason.<Reason.Kind>
            why.slowed.<Attempt.Source>.<Slowdown.Whose>?
            """;

    private static final Pattern PUT_TOGETHER = Pattern.compile("\"([a-z]+(?:\\.[a-zA-Z0-9-]+)*\\.)\"\\s*\\+");
    private static final Pattern CHOICE = Pattern.compile("<([^>]+)>|\\(([^)]+)\\)");

    private final Texts texts = new Texts();

    /** Staff's and guests'. */
    private final Set<String> all = Stream.of(Texts.load(Texts.RUSSIAN), GuestTexts.load(Texts.RUSSIAN))
            .flatMap(some -> some.keySet().stream())
            .collect(Collectors.toSet());

    private final String sources = sources();

    @Test
    void allLanguagesHaveTheSameTexts() {
        assertThat(texts.getProvidedLocales())
                .allSatisfy(language -> assertThat(texts.keys(language)).isEqualTo(texts.keys(Texts.RUSSIAN)));
    }

    @Test
    void everyTextIsUsedAndEveryTextThatIsUsedIsThere() {
        Set<String> computed = COMPUTED.lines().flatMap(this::keys).collect(Collectors.toSet());
        assertThat(all)
                .filteredOn(key -> !isUsed(key) && !computed.contains(key))
                .isEmpty();
        assertThat(COMPUTED.lines().filter(line -> !line.endsWith("?")).flatMap(this::keys))
                .isSubsetOf(all);
        assertThat(KEY_IN_A_CALL.matcher(sources).results().map(found -> found.group(1)))
                .isSubsetOf(all);
    }

    @Test
    void everyKeyThatIsPutTogetherIsListedWithWhatItIsPutTogetherOf() {
        assertThat(PUT_TOGETHER.matcher(sources).results().map(found -> found.group(1)))
                .filteredOn(this::beginsAText)
                .filteredOn(beginning -> COMPUTED.lines().noneMatch(line -> line.startsWith(beginning)))
                .isEmpty();
        assertThat(COMPUTED.lines().flatMap(TextsTest::words))
                .filteredOn(word -> !sources.contains('"' + word + '"') && !sources.contains('"' + word + '.'))
                .isEmpty();
    }

    /** And not the name of a metric or a property. */
    private boolean beginsAText(String beginning) {
        String feature = beginning.substring(0, beginning.indexOf('.') + 1);
        return all.stream().anyMatch(key -> key.startsWith(feature));
    }

    /** It stands in the sources, or is an action of the journal that does. */
    private boolean isUsed(String key) {
        return sources.contains('"' + key + '"')
                || (key.startsWith("journal.") && sources.contains('"' + key.substring("journal.".length()) + '"'));
    }

    /** All keys of a line. */
    private Stream<String> keys(String line) {
        String rest = line.endsWith("?") ? line.substring(0, line.length() - 1) : line;
        Matcher choice = CHOICE.matcher(rest);
        if (!choice.find()) {
            return Stream.of(rest);
        }
        Stream<String> some =
                choice.group(1) == null ? Stream.of(choice.group(2).split("\\|")) : constants(choice.group(1));
        return some.flatMap(one -> keys(rest.substring(0, choice.start()) + one + rest.substring(choice.end())));
    }

    private static Stream<String> words(String line) {
        return CHOICE.matcher(line)
                .results()
                .filter(choice -> choice.group(2) != null)
                .flatMap(choice -> Stream.of(choice.group(2).split("\\|")))
                .filter(word -> !word.matches("\\d"));
    }

    private static Stream<String> constants(String name) {
        boolean small = name.startsWith("-");
        String file = name.substring(small ? 1 : 0).replace('.', '$') + ".class";
        Object[] all = type(file).getEnumConstants();
        assertThat(all).as(name).isNotNull();
        return Arrays.stream(all)
                .map(String::valueOf)
                .map(constant -> small ? constant.toLowerCase(Locale.ROOT).replace('_', '-') : constant);
    }

    private static Class<?> type(String file) {
        Path classes = Path.of(
                Texts.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        try (Stream<Path> files = Files.walk(classes)) {
            Path found = files.filter(path -> path.endsWith(file))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + file));
            String name = classes.relativize(found).toString().replace('/', '.');
            return Class.forName(name.substring(0, name.length() - ".class".length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static String sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TextsTest::read)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aMissingTextShowsItsKey() {
        assertThat(texts.get(Texts.RUSSIAN, "no.such.text")).isEqualTo("!ru: no.such.text");
    }
}
