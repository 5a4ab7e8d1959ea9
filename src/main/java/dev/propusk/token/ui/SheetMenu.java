package dev.propusk.token.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import dev.propusk.token.Token;
import dev.propusk.token.ui.part.PrintForm;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** The sheet of all unused tokens, and behind an arrow the others: only those that nobody has yet, or the chosen ones. */
class SheetMenu extends Composite<FlexLayout> {
    private final Popover others = new Popover();
    private final Div choices = new Div();
    private final Supplier<List<Token>> unused;
    private final Supplier<Collection<Token>> chosen;

    /**
     * @param unused all unused tokens, asked for once a person wants to know
     * @param chosen the unused ones among the chosen rows
     */
    SheetMenu(Supplier<List<Token>> unused, Supplier<Collection<Token>> chosen) {
        this.unused = unused;
        this.chosen = chosen;
        Button more = new Button(VaadinIcon.CHEVRON_DOWN_SMALL.create());
        more.setAriaLabel(getTranslation("token.print.which"));
        more.setTooltipText(getTranslation("token.print.which"));
        choices.addClassName("sheet-choices");
        others.setTarget(more);
        others.setPosition(PopoverPosition.BOTTOM_END);
        others.setAriaLabel(getTranslation("token.print.which"));
        others.setAutofocus(true);
        others.add(choices);
        others.addOpenedChangeListener(change -> offer(change.isOpened()));
        getContent().addClassName("sheet-menu");
        getContent().add(new PrintForm(getTranslation("token.print")), more, others);
    }

    private void offer(boolean opened) {
        choices.removeAll();
        if (!opened) {
            return;
        }
        List<Token> all = unused.get();
        long notIssued =
                all.stream().filter(token -> token.issuedAt().isEmpty()).count();
        choices.add(new PrintForm(getTranslation("token.print.all", all.size())));
        if (notIssued > 0) {
            PrintForm link = new PrintForm(getTranslation("token.print.not-issued", notIssued));
            link.toNotIssued();
            choices.add(link);
        } else {
            choices.add(new Paragraph(getTranslation("token.print.not-issued.none")));
        }
        Collection<Token> rows = chosen.get();
        if (rows.isEmpty()) {
            choices.add(new Paragraph(getTranslation("token.print.chosen.none")));
        } else {
            PrintForm link = new PrintForm(getTranslation("token.print.chosen", rows.size()));
            link.to(rows);
            choices.add(link);
        }
        choices.add(new Paragraph(getTranslation("token.print.issues")));
    }
}
