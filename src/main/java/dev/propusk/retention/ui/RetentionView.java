package dev.propusk.retention.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.propusk.base.Dates;
import dev.propusk.base.PageTitle;
import dev.propusk.base.ProviderSettings;
import dev.propusk.base.TimeOrderedId;
import dev.propusk.panel.RecordGrid;
import dev.propusk.retention.LegalHold;
import dev.propusk.retention.LegalHolds;
import dev.propusk.support.InvalidQuestionException;
import dev.propusk.support.InvalidQuestionException.Fault;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Legal holds: what is kept beyond its retention. */
@Route("retention")
@Menu(title = "retention.title", order = 50, icon = "vaadin:archive")
@RolesAllowed("ADMIN")
class RetentionView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    private final LegalHolds holds;
    private final ZoneId zone;
    private final TextField on = new TextField(getTranslation("retention.on"));
    private final TextField reason = new TextField(getTranslation("retention.reason"));
    private final RecordGrid<LegalHold> grid = new RecordGrid<>();

    RetentionView(LegalHolds holds, ProviderSettings provider) {
        this.holds = holds;
        this.zone = provider.timeZone();
        on.setHelperText(getTranslation("retention.on.help"));
        reason.setHelperText(getTranslation("retention.reason.help"));
        reason.addClassName("wide-field");
        Button place = new Button(getTranslation("retention.place"), click -> place());
        place.addThemeVariants(ButtonVariant.PRIMARY);
        FlexLayout form = new FlexLayout(on, reason, place);
        form.addClassName("question");
        setUpGrid();
        setSizeFull();
        add(
                new H1(getTranslation("retention.title")),
                new Paragraph(getTranslation("retention.explanation")),
                form,
                grid);
    }

    private void setUpGrid() {
        grid.text(
                "retention.on",
                hold -> hold.device() == null
                        ? getTranslation("retention.on-contract", hold.contractNumber())
                        : hold.device().toString());
        grid.text("retention.reason", LegalHold::reason);
        grid.text("retention.placed", hold -> time(hold.placedAt()) + ", " + hold.placedBy());
        grid.text(
                "retention.lifted",
                hold -> hold.liftedAt() == null ? "–" : time(hold.liftedAt()) + ", " + hold.liftedBy());
        grid.action(this::lift);
        grid.setEmptyStateText(getTranslation("retention.empty"));
    }

    private Button lift(LegalHold hold) {
        Button button = new Button(
                getTranslation("retention.lift"), click -> new LiftDialog(holds, hold, this::refresh).open());
        button.setVisible(hold.liftedAt() == null);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    private String time(@Nullable Instant time) {
        return Dates.moment(this, Objects.requireNonNull(time), zone);
    }

    private void place() {
        on.setInvalid(false);
        reason.setInvalid(false);
        try {
            holds.place(TimeOrderedId.next(), on.getValue(), reason.getValue());
            on.clear();
            reason.clear();
            refresh();
        } catch (InvalidQuestionException e) {
            TextField wrong = e.fault() == Fault.REASON ? reason : on;
            wrong.setErrorMessage(
                    getTranslation(e.fault() == Fault.REASON ? "support.fault.REASON" : "retention.on.error"));
            wrong.setInvalid(true);
        }
    }

    private void refresh() {
        grid.setItems(holds.list());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        refresh();
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "retention.title");
    }
}
