package dev.propusk.account;

import static dev.propusk.faults.Commands.asAdministrator;

import dev.propusk.TestContracts;
import dev.propusk.account.AccountChanged.Change;
import dev.propusk.account.factor.FactorDemands;
import dev.propusk.account.factor.RecoveryCodes;
import dev.propusk.account.guard.AccountBudgets;
import dev.propusk.account.guard.AccountBudgets.Guess;
import dev.propusk.account.passkey.PasskeyTransaction;
import dev.propusk.account.passkey.TestPasskeys;
import dev.propusk.account.session.OpenSessions;
import dev.propusk.account.session.OwnSessions;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.contract.Contract;
import dev.propusk.faults.Commands;
import dev.propusk.security.ActingAs;
import dev.propusk.security.Role;
import dev.propusk.security.SignInDetails;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.springframework.security.web.webauthn.api.CredentialRecord;

/** Logins are made, invited, changed, and sign in. */
public final class AccountCommands implements Commands {
    private static final String HASH = "{noop}nothing that anybody types";

    private final TestContracts contracts;
    private final AccountAdministration administration;
    private final AccountTransaction transaction;
    private final AccountRepository accounts;
    private final AccountJournal journal;
    private final OwnAccount own;
    private final Enrolment enrolment;
    private final SecondFactor factor;
    private final RecoveryCodes recovery;
    private final AccountBudgets budgets;
    private final FactorDemands demands;
    private final OpenSessions sessions;
    private final OwnSessions ownSessions;
    private final PasskeyTransaction passkeys;
    private final Clock clock;
    private final TestCodes codes = new TestCodes();

    AccountCommands(
            TestContracts contracts,
            AccountAdministration administration,
            AccountTransaction transaction,
            AccountRepository accounts,
            AccountJournal journal,
            OwnAccount own,
            Enrolment enrolment,
            SecondFactor factor,
            RecoveryCodes recovery,
            AccountBudgets budgets,
            FactorDemands demands,
            OpenSessions sessions,
            OwnSessions ownSessions,
            PasskeyTransaction passkeys,
            Clock clock) {
        this.contracts = contracts;
        this.administration = administration;
        this.transaction = transaction;
        this.accounts = accounts;
        this.journal = journal;
        this.own = own;
        this.enrolment = enrolment;
        this.factor = factor;
        this.recovery = recovery;
        this.budgets = budgets;
        this.demands = demands;
        this.sessions = sessions;
        this.ownSessions = ownSessions;
        this.passkeys = passkeys;
        this.clock = clock;
    }

    @Override
    public Map<String, Command> all() {
        return Map.ofEntries(
                Map.entry(
                        "AccountTransaction.create",
                        hotel -> Executors.callable(() -> transaction.create(
                                TimeOrderedId.next(), hotel.id(), hotel.slug() + "-new", HASH, Role.OWNER, true))),
                Map.entry(
                        "AccountTransaction.invite",
                        hotel -> () -> transaction.invite(
                                TimeOrderedId.next(), hotel.id(), hotel.slug() + "-new", HASH, Role.OPERATOR)),
                Map.entry("AccountTransaction.useLink", hotel -> {
                    String link = contracts
                            .asOwner(
                                    hotel,
                                    () -> administration.makeLink(
                                            hotel.id(), operator(hotel).id()))
                            .getPath();
                    return Executors.callable(
                            () -> transaction.useLink(link.substring(link.lastIndexOf('/') + 1), HASH));
                }),
                Map.entry("AccountTransaction.resetAdministrator", hotel -> {
                    String administrator = contracts.administrator();
                    return Executors.callable(
                            () -> transaction.resetAdministrator(administrator, HASH + " in " + hotel.slug()));
                }),
                Map.entry(
                        "AccountTransaction.changePassword",
                        ofAccount(account -> transaction.changePassword(account.id(), account.passwordHash(), HASH))),
                Map.entry(
                        "AccountAdministration.makeLink",
                        administered(login -> administration.makeLink(login.contract(), login.id()))),
                Map.entry(
                        "AccountAdministration.changeRole",
                        administered(login ->
                                administration.changeRole(login.contract(), login.id(), Role.OWNER, login.version()))),
                Map.entry(
                        "AccountAdministration.disable",
                        administered(login -> administration.disable(login.contract(), login.id(), login.version()))),
                Map.entry("AccountAdministration.enable", hotel -> {
                    Account account = operator(hotel);
                    ActingAs.administrator(() -> administration.disable(hotel.id(), account.id(), account.version()));
                    Account disabled = operator(hotel);
                    return asAdministrator(() -> administration.enable(hotel.id(), disabled.id(), disabled.version()));
                }),
                Map.entry(
                        "AccountAdministration.removeSecondFactor",
                        administered(login ->
                                administration.removeSecondFactor(login.contract(), login.id(), login.version()))),
                Map.entry(
                        "AccountJournal.tell",
                        ofAccount(account -> journal.tell(AccountChanged.of(account, Change.SIGNED_IN)))),
                Map.entry(
                        "OwnAccount.removeSecondFactor",
                        hotel -> () -> contracts.asOperator(hotel, () -> {
                            own.removeSecondFactor();
                            return true;
                        })),
                Map.entry(
                        "Enrolment.save",
                        ofAccount(account ->
                                enrolment.save(account.id(), new TotpSecret("somebody"), 1, recovery.draw()))),
                Map.entry("OwnSessions.end", hotel -> {
                    SignInDetails session = new SignInDetails("192.0.2.1", null, clock.instant());
                    sessions.begin(operator(hotel).id(), session, "?");
                    return () -> contracts.asOperator(hotel, () -> {
                        ownSessions.end(session.session());
                        return true;
                    });
                }),
                Map.entry("PasskeyTransaction.add", hotel -> {
                    CredentialRecord passkey = TestPasskeys.of(operator(hotel).id(), clock.instant());
                    return Executors.callable(() -> passkeys.add(passkey));
                }),
                Map.entry("PasskeyTransaction.remove", hotel -> {
                    UUID id = operator(hotel).id();
                    CredentialRecord passkey = TestPasskeys.of(id, clock.instant());
                    passkeys.add(passkey);
                    return Executors.callable(() -> passkeys.remove(id, passkey.getCredentialId()));
                }),
                Map.entry("AccountBudgets.take", hotel -> {
                    UUID id = operator(hotel).id();
                    return () -> budgets.take(id, Guess.CODE);
                }),
                Map.entry("AccountBudgets.fill", hotel -> {
                    UUID id = operator(hotel).id();
                    budgets.take(id, Guess.CODE);
                    return Executors.callable(() -> budgets.fill(id, Guess.CODE));
                }),
                Map.entry(
                        "FactorDemands.demand",
                        hotel -> () -> contracts.asOwner(hotel, () -> {
                            demands.demand(hotel.id(), true);
                            return true;
                        })),
                Map.entry("SecondFactor.take", hotel -> {
                    Account account = operator(hotel);
                    TotpSecret secret = new TotpSecret("somebody");
                    return () -> factor.take(
                            account.id(), factor.encrypt(secret.bytes()), codes.at(clock.instant(), secret));
                }),
                Map.entry("SecondFactor.takeRecoveryCode", hotel -> {
                    Account account = operator(hotel);
                    RecoveryCodes.Drawn drawn = recovery.draw();
                    enrolment.save(account.id(), new TotpSecret("somebody"), 1, drawn);
                    return () -> factor.takeRecoveryCode(account, drawn.hashes());
                }));
    }

    private Command administered(Consumer<Account> command) {
        return hotel -> {
            Account login = operator(hotel);
            return asAdministrator(() -> command.accept(login));
        };
    }

    private Command ofAccount(Consumer<Account> command) {
        return hotel -> {
            Account account = operator(hotel);
            return (Callable<?>) Executors.callable(() -> command.accept(account));
        };
    }

    private Account operator(Contract hotel) {
        return accounts.findByUsername(contracts.login(hotel, Role.OPERATOR)).orElseThrow();
    }
}
