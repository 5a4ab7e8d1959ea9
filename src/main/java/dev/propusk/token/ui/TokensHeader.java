package dev.propusk.token.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.propusk.contract.Contract;
import dev.propusk.token.Quota;

/** Whose tokens these are, how full the contract is, and what most come here to do. */
class TokensHeader extends Composite<FlexLayout> {
    /** Below so many it is time to generate. */
    private static final int FEW = 20;

    private final Span network = new Span();
    private final Span unused = new Span();
    private final ProgressBar fullness = new ProgressBar();
    private final Paragraph warning = new Paragraph();
    private final SheetMenu print;
    private final Button issue;
    private final Button generate;
    private final FlexLayout actions = new FlexLayout();

    TokensHeader(SheetMenu print, Runnable onIssue, Runnable onGenerate) {
        this.print = print;
        issue = new Button(getTranslation("token.issue"), click -> onIssue.run());
        issue.addThemeVariants(ButtonVariant.PRIMARY);
        issue.addClickShortcut(Key.KEY_N, KeyModifier.ALT);
        generate = new Button(getTranslation("token.generate"), click -> onGenerate.run());
        generate.addClickShortcut(Key.KEY_G, KeyModifier.ALT);
        network.addClassName("network-name");
        warning.addClassName("warning");
        warning.setVisible(false);
        FlexLayout title = new FlexLayout(new H1(getTranslation("token.title")), network);
        title.addClassName("page-title");
        actions.add(print, generate, issue);
        actions.addClassName("page-actions");
        FlexLayout quota = new FlexLayout(unused, fullness);
        quota.addClassName("quota");
        getContent().addClassName("page-header");
        getContent().add(title, actions, quota, warning);
    }

    /** One more thing to do, before the others. */
    void offer(Component action) {
        actions.addComponentAsFirst(action);
    }

    void show(Contract of, Quota quota) {
        network.setText(of.name());
        unused.setText(getTranslation("token.unused", quota.unused(), quota.limit()));
        fullness.setMax(quota.limit());
        fullness.setValue(Math.min(quota.unused(), quota.limit()));
        fullness.getElement().setAttribute("aria-label", unused.getText());
        issue.setEnabled(of.isOpen());
        generate.setEnabled(of.isOpen());
        print.setVisible(quota.unused() > 0 && of.isOpen());
        warn(of, quota);
    }

    private void warn(Contract of, Quota quota) {
        if (!of.isOpen()) {
            warning.setText(getTranslation("token.warning." + of.status()));
        } else {
            warning.setText(getTranslation("token.warning.few", quota.unused()));
        }
        warning.setVisible(!of.isOpen() || (quota.unused() < FEW && quota.unused() > 0));
    }
}
