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
import dev.propusk.panel.RecordForm;
import dev.propusk.panel.RecordGrid;
import dev.propusk.retention.LegalHold;
import dev.propusk.retention.LegalHolds;
import dev.propusk.support.InvalidQuestionException;
import dev.propusk.support.Question;
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
    private final RecordForm<Placing> form = new RecordForm<>(Placing.class);
    private final RecordGrid<LegalHold> grid = new RecordGrid<>();

    /** What is to be kept, and why. */
    public record Placing(String on, String reason) {}

    RetentionView(LegalHolds holds, ProviderSettings provider) {
        this.holds = holds;
        this.zone = provider.timeZone();
        setUpGrid();
        setSizeFull();
        add(
                new H1(getTranslation("retention.title")),
                new Paragraph(getTranslation("retention.explanation")),
                fields(),
                grid);
    }

    private FlexLayout fields() {
        TextField on = new TextField(getTranslation("retention.on"));
        TextField reason = new TextField(getTranslation("retention.reason"));
        on.setHelperText(getTranslation("retention.on.help"));
        reason.setHelperText(getTranslation("retention.reason.help"));
        reason.addClassName("wide-field");
        form.line(on, "on", text -> !text.isEmpty(), getTranslation("retention.on.error"));
        form.line(reason, "reason", Question::isReason, getTranslation("support.fault.REASON"));
        Button place = new Button(getTranslation("retention.place"), click -> place());
        place.addThemeVariants(ButtonVariant.PRIMARY);
        FlexLayout fields = new FlexLayout(on, reason, place);
        fields.addClassName("question");
        return fields;
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
        try {
            if (form.create(asked -> holds.place(TimeOrderedId.next(), asked.on(), asked.reason()))) {
                form.clear();
                refresh();
            }
        } catch (InvalidQuestionException e) {
            form.refuse("on", getTranslation("retention.on.error"));
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
