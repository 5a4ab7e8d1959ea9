package dev.propusk.gateway.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializablePredicate;
import dev.propusk.base.Seen;
import dev.propusk.contract.Contract;
import dev.propusk.contract.ContractBox;
import dev.propusk.contract.ContractList;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.InvalidGatewayException;
import dev.propusk.gateway.NewGateway;
import dev.propusk.gateway.SharedAddressException;
import dev.propusk.gateway.SharedAddressException.Wrong;
import dev.propusk.gateway.kind.OwnMeanings;
import dev.propusk.gateway.limit.KindLimits;
import dev.propusk.gateway.origin.Sources;
import dev.propusk.panel.Confirmation;
import dev.propusk.panel.FormDialog;
import dev.propusk.panel.RecordForm;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks how a gateway is set up. */
class GatewayDialog extends FormDialog<GatewayAnswers> {
    private final ContractBox contract;
    private final TextField name = new TextField(getTranslation("gateway.name"));
    private final Select<GatewayKind> kind = new Select<>();
    private final TextField address = new TextField(getTranslation("gateway.address"));
    private final SignFields signs = new SignFields();
    private final MeaningFields meanings = new MeaningFields();
    private final IntegerField disconnectPort = new IntegerField(getTranslation("gateway.disconnect-port"));
    private final IntegerField askAgain = new IntegerField(getTranslation("gateway.ask-again"));
    private final SecretField radiusSecret = new SecretField(
            getTranslation("gateway.radius-secret"),
            getTranslation("gateway.radius-secret.help"),
            getTranslation("gateway.radius-secret.forget"));
    private final SecretField redirectSecret = new SecretField(
            getTranslation("gateway.redirect-secret"),
            getTranslation("gateway.redirect-secret.help"),
            getTranslation("gateway.redirect-secret.forget"));
    private final TextArea logins = new TextArea(getTranslation("gateway.logins"));
    private final Predicate<RecordForm<GatewayAnswers>> save;

    /**
     * An empty form.
     *
     * @param title in words
     * @param save whether it was saved; what it throws as {@link InvalidGatewayException} is shown at its field
     */
    GatewayDialog(String title, ContractList contracts, Predicate<RecordForm<GatewayAnswers>> save) {
        super(GatewayAnswers.class);
        this.save = save;
        this.contract = new ContractBox(getTranslation("gateway.contract"), contracts);
        setHeaderTitle(title);
        setUpFields();
        bind();
        FormLayout layout = new FormLayout(
                contract,
                name,
                kind,
                address,
                radiusSecret,
                redirectSecret,
                radiusSecret.forget(),
                redirectSecret.forget(),
                disconnectPort,
                askAgain,
                signs,
                meanings,
                logins);
        layout.setColspan(signs, 2);
        layout.setColspan(meanings, 2);
        layout.setColspan(logins, 2);
        add(layout);
        offer(getTranslation("gateway.save"));
        setWidth("min(720px, 96vw)");
    }

    /** For a new one. */
    GatewayDialog(@Nullable Contract of, ContractList contracts, Consumer<GatewayAnswers> add) {
        this("", contracts, form -> form.create(add));
        setHeaderTitle(getTranslation("gateway.new"));
        if (of != null) {
            contract.setValue(of);
            contract.setReadOnly(true);
        }
    }

    private void setUpFields() {
        kind.setLabel(getTranslation("gateway.kind"));
        kind.setItems(GatewayKind.values());
        kind.setItemLabelGenerator(one -> getTranslation("gateway.kind." + one));
        kind.addValueChangeListener(change -> becomes(change.getOldValue(), change.getValue()));
        kind.setValue(GatewayKind.OTHER);
        address.setHelperText(getTranslation("gateway.address.help"));
        disconnectPort.setHelperText(getTranslation("gateway.disconnect-port.help"));
        askAgain.setHelperText(getTranslation("gateway.ask-again.help"));
        logins.setHelperText(getTranslation("gateway.logins.help"));
        redirectSecret.offerOne();
    }

    /** A port that nobody has chosen goes along with the kind. */
    private void becomes(@Nullable GatewayKind before, GatewayKind now) {
        meanings.tell(now);
        kind.setHelperText(limits(now));
        if (before == null
                || Objects.equals(disconnectPort.getValue(), before.farewell().port())) {
            disconnectPort.setValue(now.farewell().port());
        }
    }

    /** Which limits this kind keeps to. */
    private String limits(GatewayKind kind) {
        KindLimits limits = kind.limits();
        return String.join(
                " ",
                getTranslation("gateway.limits.speed." + limits.speed()),
                getTranslation("gateway.limits.idle." + limits.idle()),
                getTranslation("gateway.limits.traffic." + limits.traffic()));
    }

    private void bind() {
        form().bind(contract, "contract", Objects::nonNull, getTranslation("gateway.error.contract"));
        form().line(name, "name", NewGateway::isName, getTranslation("gateway.error.name"));
        form().bind(kind, "kind");
        form().line(address, "address", Sources::areSome, getTranslation("gateway.error.address"));
        signs.bind(form());
        meanings.bind(form());
        form().bind(
                        disconnectPort,
                        "disconnectPort",
                        port -> port != null && NewGateway.isPort(port),
                        getTranslation("gateway.error.disconnectPort"));
        form().line(
                        radiusSecret,
                        "radiusSecret",
                        orEmpty(NewGateway::isSecret),
                        getTranslation("gateway.error.radiusSecret"));
        form().line(
                        redirectSecret,
                        "redirectSecret",
                        orEmpty(NewGateway::isRedirectSecret),
                        getTranslation("gateway.error.redirectSecret"));
        form().bind(radiusSecret.forget(), "forgetsRadiusSecret");
        form().bind(redirectSecret.forget(), "forgetsRedirectSecret");
        form().bind(
                        askAgain,
                        "askAgainMinutes",
                        minutes -> minutes == null || NewGateway.isAskAgain(minutes),
                        getTranslation("gateway.error.askAgainMinutes"));
        form().bind(logins, "logins", GatewayAnswers::mayBeLogins, getTranslation("gateway.error.logins"));
    }

    private static SerializablePredicate<String> orEmpty(SerializablePredicate<String> check) {
        return text -> text.isEmpty() || check.test(text);
    }

    /** A gateway as it was read; it stays where it is. */
    void show(Seen<GatewayAnswers> seen, Gateway gateway) {
        form().show(seen);
        signs.setOpened(!gateway.signs().areNone());
        meanings.setOpened(!gateway.ownMeanings().equals(OwnMeanings.NONE));
        contract.setReadOnly(true);
        radiusSecret.tell(gateway.hasRadiusSecret());
        redirectSecret.tell(gateway.signsRedirects());
    }

    /** What opens another dialog. */
    void offer(String label, Runnable action) {
        Button button = new Button(label, click -> {
            close();
            action.run();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(button);
    }

    /** One more thing that can be done with the gateway, after a question. */
    void offer(String label, String question, Runnable action) {
        Button button = new Button(label, click -> {
            close();
            new Confirmation(label, getTranslation(question), label, action).open();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        getFooter().add(button);
    }

    @Override
    protected boolean save() {
        try {
            return save.test(form());
        } catch (InvalidGatewayException e) {
            form().refuse(e.field(), getTranslation("gateway.error." + e.field()));
            return false;
        } catch (SharedAddressException e) {
            signs.setOpened(signs.isOpened() || e.wrong() == Wrong.SIGN);
            form().refuse(
                            e.wrong() == Wrong.SECRET ? "radiusSecret" : "nasIdentifier",
                            getTranslation("gateway.shared." + e.wrong(), e.other()));
            return false;
        }
    }
}
