package dev.propusk.token.ui.generate;

import dev.propusk.token.Quota;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation.Generated;
import dev.propusk.token.ui.part.TokenWords;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Asks what to generate in stock, within what is left. */
public final class GenerationDialog extends TokenForm {
    private static final int USUAL = 10;

    private final CountField count = new CountField();
    private final KindCards reuse = new KindCards();
    private final TermField term = new TermField();
    private final LabelFields labels = new LabelFields();

    public GenerationDialog(TokenWords words, Quota quota, Function<TokenRequest, Generated> generate) {
        super(words, generate, words.text("token.generate.title"), words.text("token.generate"));
        form().add(count, reuse, term, labels);
        limit(quota);
        count.set(Math.clamp(quota.left(), 1, USUAL));
        ask();
    }

    @Override
    void limit(Quota quota) {
        count.limit(quota.left());
    }

    @Override
    Optional<TokenRequest> order() {
        OptionalInt wanted = count.validated();
        boolean labelled = labels.isValid();
        return term.validated()
                .filter(chosen -> labelled && wanted.isPresent())
                .map(chosen -> new TokenRequest(
                        wanted.getAsInt(), reuse.getValue(), chosen, labels.note(), labels.reference()));
    }
}
