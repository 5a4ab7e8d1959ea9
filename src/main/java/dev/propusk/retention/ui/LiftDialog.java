package dev.propusk.retention.ui;

import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.base.ChangedMeanwhileException;
import dev.propusk.panel.FormDialog;
import dev.propusk.panel.MeanwhileNotice;
import dev.propusk.panel.Notices;
import dev.propusk.retention.LegalHold;
import dev.propusk.retention.LegalHolds;
import dev.propusk.support.Question;

/** Lifts a legal hold, for a reason. */
class LiftDialog extends FormDialog<LiftDialog.Reason> {
    private final LegalHolds holds;
    private final LegalHold hold;
    private final Runnable done;

    /** Why. */
    public record Reason(String text) {}

    LiftDialog(LegalHolds holds, LegalHold hold, Runnable done) {
        super(Reason.class);
        this.holds = holds;
        this.hold = hold;
        this.done = done;
        setHeaderTitle(getTranslation("retention.lift"));
        setWidth("min(520px, 96vw)");
        TextField reason = new TextField(getTranslation("retention.lift.reason"));
        reason.setWidthFull();
        form().line(reason, "text", Question::isReason, getTranslation("support.fault.REASON"));
        add(reason);
        offer(getTranslation("retention.lift"));
    }

    @Override
    protected boolean save() {
        try {
            return form().create(reason -> {
                holds.lift(hold, reason.text());
                done.run();
            });
        } catch (ChangedMeanwhileException e) {
            Notices.problem(MeanwhileNotice.sentence(this, e));
            done.run();
            return true;
        }
    }
}
