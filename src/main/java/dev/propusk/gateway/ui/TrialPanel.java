package dev.propusk.gateway.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import dev.propusk.gateway.GatewayList.Listed;
import dev.propusk.gateway.trial.GatewayTrial;
import dev.propusk.gateway.trial.TrialAnswer;
import dev.propusk.gateway.trial.TrialResult;
import dev.propusk.gateway.trial.TrialResult.Outcome;
import dev.propusk.list.LiveUpdates;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** Tries a gateway by a real packet, and says in a sentence what came. */
class TrialPanel extends Composite<VerticalLayout> {
    private static final Logger log = LoggerFactory.getLogger(TrialPanel.class);

    private final GatewayTrial trials;
    private final Button button = new Button(getTranslation("gateway.trial.do"));
    private final Paragraph about = new Paragraph();
    private final Paragraph outcome = new Paragraph();
    private @Nullable Listed gateway;

    TrialPanel(GatewayTrial trials) {
        this.trials = trials;
        about.addClassName("hint");
        outcome.getElement().setAttribute("role", "status");
        outcome.setVisible(false);
        outcome.setWidthFull();
        button.addClickListener(click -> start());
        getContent().setPadding(false);
        getContent().add(new H2(getTranslation("gateway.trial")), about, button, outcome);
    }

    void show(Listed shown) {
        gateway = shown;
        boolean possible = trials.isPossible();
        about.setText(getTranslation(possible ? "gateway.trial.about" : "gateway.trial.off"));
        button.setVisible(possible);
    }

    private void start() {
        UI ui = UI.getCurrent();
        Listed tried = Objects.requireNonNull(gateway);
        button.setEnabled(false);
        say("", getTranslation("gateway.trial.asking"));
        Thread.ofVirtual().name("gateway-trial").start(new DelegatingSecurityContextRunnable(() -> run(tried, ui)));
    }

    private void run(Listed tried, UI ui) {
        try {
            TrialResult result =
                    trials.tryIt(tried.contract().id(), tried.gateway().id());
            LiveUpdates.in(ui, () -> tell(result));
        } catch (RuntimeException e) {
            log.warn("A gateway could not be tried", e);
            LiveUpdates.in(ui, () -> over("warning", getTranslation("gateway.trial.broken")));
        }
    }

    private void tell(TrialResult result) {
        String said = result.outcome() == Outcome.REFUSED
                ? getTranslation("gateway.trial.answer."
                        + result.answer().map(TrialAnswer::name).orElse("NONE"))
                : getTranslation("gateway.trial." + result.outcome());
        String look = result.works() ? "well" : "warning";
        over(
                look,
                result.outcome().isAnswer()
                        ? getTranslation(
                                "gateway.trial.took", said, result.took().toMillis())
                        : said);
    }

    private void over(String look, String words) {
        button.setEnabled(true);
        say(look, words);
    }

    private void say(String look, String words) {
        outcome.setClassName(look);
        outcome.setText(words);
        outcome.setVisible(true);
    }
}
