package dev.propusk.faults;

import dev.propusk.base.MacAddress;
import dev.propusk.contract.Limits;
import dev.propusk.security.ActingAs;
import dev.propusk.security.ContractId;
import dev.propusk.security.PanelUser;
import dev.propusk.security.Role;
import dev.propusk.token.Term;
import dev.propusk.token.Token;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.Uses;
import dev.propusk.token.activate.Activation;
import dev.propusk.token.end.Annulments;
import dev.propusk.token.generate.Generation;
import dev.propusk.token.search.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;

/**
 * People and devices at work in a few contracts: they generate, activate, annul and delete, and say what was acknowledged.
 *
 * <p>Each line is a word and what belongs to it: {@code generating <reference> <count>} before, {@code generated
 * <reference> <count>}, {@code activated <token> <mac>}, {@code annulled <token>}, {@code deleted <token>} after, and
 * {@code failed <exception>} for what was not answered.
 */
final class Load {
    private static final int MOST_AT_ONCE = 20;
    private static final int DEVICES = 3;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private final Generation generation;
    private final Activation activation;
    private final Annulments ending;
    private final Tokens tokens;
    private final List<ContractId> contracts;
    private final Consumer<String> say;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    Load(ApplicationContext application, List<ContractId> contracts, Consumer<String> say) {
        this.generation = application.getBean(Generation.class);
        this.activation = application.getBean(Activation.class);
        this.ending = application.getBean(Annulments.class);
        this.tokens = application.getBean(Tokens.class);
        this.contracts = contracts;
        this.say = say;
    }

    void start(int count) {
        contracts.forEach(this::endLeftOver);
        for (int i = 0; i < count; i++) {
            threads.add(Thread.ofPlatform().name("load-" + i).start(this::work));
        }
    }

    /** What one that was killed had not come to, and would fill the contract up; another node may be at some of it. */
    private void endLeftOver(ContractId contract) {
        ActingAs.user(owner(contract), () -> {
            for (Token token : tokens.unused(contract)) {
                try {
                    annul(contract, token);
                } catch (RuntimeException e) {
                    say.accept("failed " + e.getClass().getSimpleName());
                }
            }
            return true;
        });
    }

    private static PanelUser owner(ContractId contract) {
        return new PanelUser(UUID.randomUUID(), "load", "", Role.OWNER, contract, true, 0);
    }

    void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void work() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        while (!stopped) {
            ContractId contract = contracts.get(random.nextInt(contracts.size()));
            try {
                ActingAs.user(owner(contract), () -> {
                    oneRound(contract, random);
                    return true;
                });
            } catch (RuntimeException e) {
                say.accept("failed " + e.getClass().getSimpleName());
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    private void oneRound(ContractId contract, ThreadLocalRandom random) {
        Uses uses = random.nextInt(4) == 0 ? random.nextBoolean() ? Uses.ANY : Uses.of(DEVICES) : Uses.ONE;
        int count = 1 + random.nextInt(uses.equals(Uses.ONE) ? MOST_AT_ONCE : 2);
        String reference = UUID.randomUUID().toString();
        Term term = random.nextBoolean() ? Term.UNLIMITED : Term.ofDays(1 + random.nextInt(30));
        say.accept("generating " + reference + " " + count);
        List<Token> made = generation
                .generate(contract, new TokenRequest(count, uses, term, null, reference, Limits.NONE))
                .tokens();
        say.accept("generated " + reference + " " + count);
        for (Token token : made) {
            int devices = uses.equals(Uses.ONE) ? 1 : DEVICES;
            for (int i = 0; i < devices; i++) {
                activate(contract, token, random);
            }
            // all are ended, so that the contract never fills up
            switch (random.nextInt(3)) {
                case 0 -> delete(contract, token);
                default -> annul(contract, token);
            }
        }
    }

    private void activate(ContractId contract, Token token, ThreadLocalRandom random) {
        MacAddress device = new MacAddress(0x0A00_0000_0000L | random.nextLong(1L << 40));
        Token activated = activation.activate(contract, token.code(), device);
        say.accept("activated " + activated.id() + " " + device);
    }

    private void annul(ContractId contract, Token token) {
        ending.annul(contract, token.id(), true);
        say.accept("annulled " + token.id());
    }

    private void delete(ContractId contract, Token token) {
        ending.delete(contract, token.id());
        say.accept("deleted " + token.id());
    }
}
