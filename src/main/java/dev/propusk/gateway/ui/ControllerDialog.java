package dev.propusk.gateway.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.base.Seen;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.InvalidGatewayException;
import dev.propusk.gateway.controller.Controller;
import dev.propusk.gateway.controller.ControllerState;
import dev.propusk.gateway.controller.ControllerTerms;
import dev.propusk.gateway.controller.Controllers;
import dev.propusk.gateway.controller.Dialect;
import dev.propusk.gateway.controller.Fingerprint;
import dev.propusk.gateway.controller.OfferedCertificate;
import dev.propusk.panel.Confirmation;
import dev.propusk.panel.FormDialog;
import dev.propusk.panel.Notices;
import java.util.Objects;
import java.util.Optional;

/** Asks how a gateway's controller is reached, and says how it goes with it. */
class ControllerDialog extends FormDialog<ControllerAnswers> {
    private final Controllers controllers;
    private final GatewayWords words;
    private final Gateway gateway;
    private final Select<Dialect> dialect = new Select<>();
    private final TextField address = new TextField(getTranslation("gateway.controller.address"));
    private final TextField site = new TextField(getTranslation("gateway.controller.site"));
    private final TextField account = new TextField(getTranslation("gateway.controller.account"));
    private final PasswordField secret = new PasswordField();
    private final TextField fingerprint = new TextField(getTranslation("gateway.controller.fingerprint"));
    private final Div state = new Div();
    private final Div offered = new Div();
    private final Button remove = new Button(getTranslation("gateway.controller.remove"), click -> confirmRemoval());

    ControllerDialog(GatewayMeans means, Gateway gateway) {
        super(ControllerAnswers.class);
        this.controllers = means.controllers();
        this.words = new GatewayWords(this, means.provider().timeZone());
        this.gateway = gateway;
        setHeaderTitle(getTranslation("gateway.controller"));
        setWidth("min(560px, 96vw)");
        setUpFields();
        bind();
        Button look = new Button(getTranslation("gateway.controller.look"), click -> look());
        look.addThemeVariants(ButtonVariant.LUMO_SMALL);
        offered.getElement().setAttribute("role", "status");
        FormLayout layout = new FormLayout(dialect, address, site, account, secret, fingerprint);
        layout.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1));
        add(
                new Paragraph(getTranslation("gateway.controller.explained", gateway.name())),
                state,
                layout,
                look,
                offered);
        offer(getTranslation("gateway.save"));
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        remove.setVisible(false);
        getFooter().add(remove);
    }

    private void setUpFields() {
        dialect.setLabel(getTranslation("gateway.controller.dialect"));
        dialect.setItems(Dialect.of(gateway.kind()));
        dialect.setItemLabelGenerator(one -> getTranslation("gateway.controller.dialect." + one));
        dialect.addValueChangeListener(change -> becomes(change.getValue()));
        address.setHelperText(getTranslation("gateway.controller.address.help"));
        site.setHelperText(getTranslation("gateway.controller.site.help"));
        secret.getElement().setAttribute("autocomplete", "new-password");
        fingerprint.setHelperText(getTranslation("gateway.controller.fingerprint.help"));
    }

    private void becomes(Dialect now) {
        account.setVisible(now.wantsAccount());
        secret.setLabel(getTranslation(now.wantsAccount() ? "gateway.controller.password" : "gateway.controller.key"));
    }

    private void bind() {
        form().bind(dialect, "dialect", Objects::nonNull, getTranslation("gateway.controller.error.dialect"));
        form().line(address, "address", ControllerTerms::isAddress, getTranslation("gateway.controller.error.address"));
        form().line(site, "site", ControllerTerms::isName, getTranslation("gateway.controller.error.site"));
        form().line(
                        account,
                        "account",
                        name -> !dialect.getValue().wantsAccount() || ControllerTerms.isName(name),
                        getTranslation("gateway.controller.error.account"));
        form().bind(
                        secret,
                        "secret",
                        text -> text.isEmpty() || ControllerTerms.isSecret(text),
                        getTranslation("gateway.controller.error.secret"));
        form().line(
                        fingerprint,
                        "fingerprint",
                        text -> text.isEmpty() || Fingerprint.isOne(text),
                        getTranslation("gateway.controller.error.fingerprint"));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        form().show(latest());
        controllers.of(gateway.contract(), gateway.id()).ifPresent(this::show);
    }

    private Seen<ControllerAnswers> latest() {
        return controllers
                .of(gateway.contract(), gateway.id())
                .map(now -> new Seen<>(ControllerAnswers.of(now), now.version()))
                .orElseGet(() -> new Seen<>(
                        ControllerAnswers.none(Dialect.of(gateway.kind()).getFirst()), 0));
    }

    private void show(Controller controller) {
        secret.setPlaceholder(getTranslation("gateway.secret.kept"));
        remove.setVisible(true);
        tell(controllers.state(controller));
    }

    private void tell(ControllerState now) {
        state.removeAll();
        Paragraph line = new Paragraph(words.controller(now));
        line.setClassName("notice", now.failure() != null);
        state.add(line);
        if (now.waiting() > 0) {
            state.add(new Paragraph(getTranslation("gateway.controller.waiting", now.waiting())));
        }
    }

    private void look() {
        offered.removeAll();
        if (!ControllerTerms.isAddress(address.getValue().strip())) {
            form().refuse("address", getTranslation("gateway.controller.error.address"));
            return;
        }
        Optional<OfferedCertificate> found =
                controllers.offered(ControllerTerms.address(address.getValue().strip()));
        found.ifPresentOrElse(
                this::offer, () -> offered.add(new Paragraph(getTranslation("gateway.controller.failure.AWAY"))));
    }

    private void offer(OfferedCertificate certificate) {
        Button pin = new Button(
                getTranslation("gateway.controller.pin"),
                click -> fingerprint.setValue(certificate.fingerprint().toString()));
        pin.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Paragraph line = new Paragraph(getTranslation(
                "gateway.controller.offered",
                certificate.subject(),
                words.moment(certificate.until()),
                certificate.fingerprint()));
        line.addClassName("fingerprint");
        offered.add(line, pin);
    }

    private void confirmRemoval() {
        close();
        new Confirmation(
                        getTranslation("gateway.controller.remove"),
                        getTranslation("gateway.controller.remove.confirm"),
                        getTranslation("gateway.controller.remove"),
                        () -> controllers.remove(gateway.contract(), gateway.id()))
                .open();
    }

    @Override
    protected boolean save() {
        try {
            boolean saved = form().change(
                            (answers, seen) ->
                                    controllers.set(gateway.contract(), gateway.id(), answers.terms(), seen.version()),
                            this::latest);
            if (saved) {
                Notices.done(getTranslation("gateway.changed"));
            }
            return saved;
        } catch (InvalidGatewayException e) {
            form().refuse(e.field(), getTranslation("gateway.controller.error." + e.field()));
            return false;
        }
    }
}
