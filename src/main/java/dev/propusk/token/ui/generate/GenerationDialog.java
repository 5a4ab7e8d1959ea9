package dev.propusk.token.ui.generate;

import dev.propusk.token.Quota;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.generate.Generation.Generated;
import dev.propusk.token.ui.part.TokenWords;
import java.util.function.Function;

/** Asks what to generate in stock, within what is left. */
public final class GenerationDialog extends TokenForm {
    private static final int USUAL = 10;

    private final CountField count = new CountField();
    private final UsesField uses = new UsesField();
    private final TermField term = new TermField();
    private final LabelFields labels = new LabelFields();

    public GenerationDialog(TokenWords words, Quota quota, Function<TokenRequest, Generated> generate) {
        super(words, generate, words.text("token.generate.title"), words.text("token.generate"));
        form().field(count, "count").withValidator(count.validator()).bind("count");
        bind(uses, term, labels);
        fields().add(count, uses, term, labels, limits());
        limit(quota);
        count.setValue(Math.clamp(quota.left(), 1, USUAL));
        ask();
    }

    @Override
    void limit(Quota quota) {
        count.limit(quota.left());
    }
}
