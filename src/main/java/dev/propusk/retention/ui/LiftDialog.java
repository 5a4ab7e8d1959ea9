package dev.propusk.retention.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.retention.LegalHold;
import dev.propusk.retention.LegalHolds;
import dev.propusk.support.InvalidQuestionException;

/** Lifts a legal hold, for a reason. */
class LiftDialog extends Dialog {
    LiftDialog(LegalHolds holds, LegalHold hold, Runnable done) {
        setHeaderTitle(getTranslation("retention.lift"));
        setWidth("min(520px, 96vw)");
        TextField reason = new TextField(getTranslation("retention.lift.reason"));
        reason.setWidthFull();
        Button lift = new Button(getTranslation("retention.lift"), click -> {
            try {
                holds.lift(hold, reason.getValue());
                close();
                done.run();
            } catch (InvalidQuestionException e) {
                reason.setErrorMessage(getTranslation("support.fault.REASON"));
                reason.setInvalid(true);
            }
        });
        lift.addThemeVariants(ButtonVariant.PRIMARY);
        add(reason);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), lift);
    }
}
