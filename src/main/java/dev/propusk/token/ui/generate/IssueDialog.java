package dev.propusk.token.ui.generate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.propusk.panel.DayPicker;
import dev.propusk.token.Quota;
import dev.propusk.token.Term;
import dev.propusk.token.TokenKind;
import dev.propusk.token.TokenRequest;
import dev.propusk.token.Uses;
import dev.propusk.token.generate.Generation.Generated;
import dev.propusk.token.ui.part.TokenWords;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Function;

/** A guest stands at the desk: the last used kind is chosen already, Enter makes the codes, and they count as issued. */
public final class IssueDialog extends TokenForm {
    private static final LocalTime CHECK_OUT = LocalTime.NOON;

    private final RadioButtonGroup<Integer> devices = new RadioButtonGroup<>(getTranslation("token.issue.devices"));
    private final UsesField uses = new UsesField();
    private final TermField term = new TermField();
    private final DayPicker departure = new DayPicker(getTranslation("token.issue.departure"));
    private final Paragraph end = new Paragraph();
    private final LabelFields labels = new LabelFields();

    public IssueDialog(TokenWords words, Quota quota, TokenKind last, Function<TokenRequest, Generated> issue) {
        super(words, issue, words.text("token.issue.title"), words.text("token.issue.button"));
        devices.setItems(1, 2, 3, 4, 5);
        devices.setValue(1);
        devices.addClassName("chips");
        uses.setValue(last.uses());
        uses.addValueChangeListener(change -> fitDevices());
        term.setValue(last.term());
        term.addValueChangeListener(change -> showEnd());
        departure.setMin(words.today().plusDays(1));
        departure.setMax(words.today().plusDays(Term.MAX_DAYS));
        departure.setHelperText(getTranslation("token.issue.departure.help"));
        departure.addValueChangeListener(change -> fillTerm(change.getValue()));
        end.addClassName("hint");
        Div stay = new Div(departure, end);
        stay.addClassName("stay");
        form().field(devices, "count")
                .withConverter(chosen -> isSingleUse() ? chosen : 1, count -> count)
                .bind("count");
        bind(uses, term, labels);
        fields().add(devices, term, stay, uses, labels, limits());
        limit(quota);
        fitDevices();
        showEnd();
        ask();
    }

    /** One multi-use code serves all devices; where it is for a number of them, that is asked for beside its kind. */
    private void fitDevices() {
        devices.setVisible(uses.getValue().devices() == null);
        devices.setEnabled(isSingleUse());
        devices.setHelperText(
                getTranslation(isSingleUse() ? "token.issue.devices.each" : "token.issue.devices.one-code"));
    }

    private boolean isSingleUse() {
        return uses.getValue().equals(Uses.ONE);
    }

    /** Whole days, so that a token entered now lasts at least until the hour at which guests leave. */
    private void fillTerm(LocalDate day) {
        if (day != null && day.isAfter(words().today())) {
            Instant leaves = day.atTime(CHECK_OUT).atZone(words().zone()).toInstant();
            long whole = Duration.between(words().now(), leaves)
                    .plusDays(1)
                    .minusNanos(1)
                    .toDays();
            term.setValue(Term.ofDays(Math.clamp(whole, Term.MIN_DAYS, Term.MAX_DAYS)));
        }
    }

    private void showEnd() {
        end.setText(term.getOptionalValue()
                .flatMap(chosen -> chosen.endOf(words().now()))
                .map(at -> getTranslation("token.issue.end", words().time(at)))
                .orElse(""));
    }

    @Override
    void limit(Quota quota) {
        devices.setItemEnabledProvider(count -> count <= quota.left());
    }

    @Override
    void ask() {
        labels.clear();
        departure.clear();
        super.ask();
    }
}
