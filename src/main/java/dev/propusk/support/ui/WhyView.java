package dev.propusk.support.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.propusk.base.MacAddress;
import dev.propusk.base.PageTitle;
import dev.propusk.panel.RecordForm;
import dev.propusk.support.Diagnosis;
import dev.propusk.support.InvalidQuestionException;
import dev.propusk.support.InvalidQuestionException.Fault;
import dev.propusk.support.Reason;
import dev.propusk.token.TokenCode;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why can't this guest get in? What the system would answer now, in plain words, and what can be done. */
@Route("why")
@Menu(title = "why.title", order = 11, icon = "vaadin:question-circle")
@RolesAllowed("SUPPORT")
class WhyView extends VerticalLayout implements AfterNavigationObserver, HasDynamicTitle {
    private final Diagnosis diagnosis;
    private final SupportActions deeds;
    private final Clock clock;
    private final TextField mac = new TextField(getTranslation("why.mac"));
    private final TextField code = new TextField(getTranslation("why.code"));
    private final TextField contract = new TextField(getTranslation("why.contract"));
    private final RecordForm<Clues> form = new RecordForm<>(Clues.class);
    private final Div answer = new Div();

    /** What is known of the guest; a device or a code at least. */
    public record Clues(@Nullable MacAddress mac, @Nullable TokenCode code, String contract) {}

    WhyView(Diagnosis diagnosis, SupportActions deeds, Clock clock) {
        this.diagnosis = diagnosis;
        this.deeds = deeds;
        this.clock = clock;
        mac.setHelperText(getTranslation("why.mac.help"));
        code.setHelperText(getTranslation("why.code.help"));
        contract.setHelperText(getTranslation("why.contract.help"));
        Button ask = new Button(getTranslation("why.ask"), click -> ask());
        ask.addThemeVariants(ButtonVariant.PRIMARY);
        ask.addClickShortcut(Key.ENTER);
        bind();
        FlexLayout question = new FlexLayout(mac, code, contract, ask);
        question.addClassName("question");
        answer.getElement().setAttribute("role", "status");
        answer.addClassName("reasons");
        add(new H1(getTranslation("why.title")), new Paragraph(getTranslation("why.explanation")), question, answer);
    }

    private void bind() {
        form.field(mac, "mac")
                .withValidator(
                        text -> text.isBlank()
                                ? !code.getValue().isBlank()
                                : MacAddress.read(text).isPresent(),
                        getTranslation("support.mac.error"))
                .withConverter(text -> MacAddress.read(text).orElse(null), device -> Objects.toString(device, ""))
                .bind("mac");
        form.field(code, "code")
                .withValidator(
                        text -> text.isBlank() || TokenCode.read(text).isPresent(), getTranslation("why.code.error"))
                .withConverter(text -> TokenCode.read(text).orElse(null), token -> token == null ? "" : token.value())
                .bind("code");
        form.line(contract, "contract", number -> true, getTranslation("support.fault.CONTRACT"));
        form.recheck("mac", code);
    }

    private void ask() {
        answer.removeAll();
        try {
            form.create(this::show);
        } catch (InvalidQuestionException e) {
            form.refuse("contract", getTranslation("support.fault." + Fault.CONTRACT));
        }
    }

    private void show(Clues clues) {
        String number = clues.contract().isEmpty() ? null : clues.contract();
        List<Reason> reasons = diagnosis.why(clues.mac(), clues.code(), number);
        reasons.forEach(reason -> answer.add(card(reason)));
        if (clues.mac() != null && clues.mac().isPrivate()) {
            answer.add(new Paragraph(getTranslation("support.doubt.PRIVATE_MAC")));
        }
    }

    private Div card(Reason reason) {
        ReasonWords words = new ReasonWords((key, values) -> getTranslation(key, values), clock.instant());
        Div card = new Div(new H2(getTranslation("why.reason." + reason.kind())), new Paragraph(words.explain(reason)));
        card.addClassNames("card", "reason-" + reason.kind());
        if (reason.token() != null && reason.token().deletedAt().isEmpty()) {
            card.add(new DeviceActions(deeds, reason.token(), clock.instant(), this::ask));
        }
        return card;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        mac.setValue(parameters.getSingleParameter("mac").orElse(""));
        code.setValue(parameters.getSingleParameter("code").orElse(""));
        contract.setValue(parameters.getSingleParameter("contract").orElse(""));
        if (!mac.isEmpty() || !code.isEmpty()) {
            ask();
        }
    }

    @Override
    public String getPageTitle() {
        return PageTitle.of(this, "why.title");
    }
}
