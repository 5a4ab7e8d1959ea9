package dev.propusk.gateway.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.contract.Contract;
import dev.propusk.gateway.Gateway;
import dev.propusk.gateway.GatewayKind;
import dev.propusk.gateway.InvalidGatewayException;
import dev.propusk.gateway.NewGateway;
import dev.propusk.panel.Confirmation;
import dev.propusk.security.ContractId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks how a gateway is set up. */
class GatewayDialog extends Dialog {
    private final ComboBox<Contract> contract = new ComboBox<>(getTranslation("gateway.contract"));
    private final TextField name = new TextField(getTranslation("gateway.name"));
    private final Select<GatewayKind> kind = new Select<>();
    private final TextField nasIdentifier = new TextField(getTranslation("gateway.nas"));
    private final TextField address = new TextField(getTranslation("gateway.address"));
    private final IntegerField disconnectPort = new IntegerField(getTranslation("gateway.disconnect-port"));
    private final PasswordField radiusSecret = new PasswordField(getTranslation("gateway.radius-secret"));
    private final PasswordField redirectSecret = new PasswordField(getTranslation("gateway.redirect-secret"));
    private final TextArea logins = new TextArea(getTranslation("gateway.logins"));
    private final Map<String, HasValidation> fields = Map.of(
            "contract", contract,
            "name", name,
            "nasIdentifier", nasIdentifier,
            "address", address,
            "disconnectPort", disconnectPort,
            "radiusSecret", radiusSecret,
            "redirectSecret", redirectSecret,
            "logins", logins);
    private final BiConsumer<ContractId, NewGateway> save;

    /**
     * @param gateway null: a new one
     * @param save called with what a person asked for; the dialog has closed by then
     */
    GatewayDialog(List<Contract> contracts, @Nullable Gateway gateway, BiConsumer<ContractId, NewGateway> save) {
        this.save = save;
        setHeaderTitle(gateway == null ? getTranslation("gateway.new") : gateway.name());
        setUpFields(contracts);
        if (gateway == null) {
            kind.setValue(GatewayKind.OTHER);
            disconnectPort.setValue(NewGateway.DISCONNECT_PORT);
        } else {
            fill(contracts, gateway);
        }
        Button submit = new Button(getTranslation("gateway.save"), click -> submit());
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        FormLayout form = new FormLayout(
                contract, name, kind, nasIdentifier, address, disconnectPort, radiusSecret, redirectSecret, logins);
        form.setColspan(logins, 2);
        add(form);
        getFooter().add(new Button(getTranslation("cancel"), click -> close()), submit);
        setWidth("min(720px, 96vw)");
    }

    private void setUpFields(List<Contract> contracts) {
        contract.setItems(contracts);
        contract.setItemLabelGenerator(one -> one.number() + ", " + one.name());
        kind.setLabel(getTranslation("gateway.kind"));
        kind.setItems(GatewayKind.values());
        kind.setItemLabelGenerator(one -> getTranslation("gateway.kind." + one));
        nasIdentifier.setHelperText(getTranslation("gateway.nas.help"));
        address.setHelperText(getTranslation("gateway.address.help"));
        disconnectPort.setHelperText(getTranslation("gateway.disconnect-port.help"));
        radiusSecret.setHelperText(getTranslation("gateway.radius-secret.help"));
        redirectSecret.setHelperText(getTranslation("gateway.redirect-secret.help"));
        radiusSecret.getElement().setAttribute("autocomplete", "new-password");
        redirectSecret.getElement().setAttribute("autocomplete", "new-password");
        logins.setHelperText(getTranslation("gateway.logins.help"));
    }

    private void fill(List<Contract> contracts, Gateway gateway) {
        contracts.stream()
                .filter(one -> one.id().equals(gateway.contract()))
                .findFirst()
                .ifPresent(contract::setValue);
        contract.setReadOnly(true);
        name.setValue(gateway.name());
        kind.setValue(gateway.kind());
        nasIdentifier.setValue(gateway.nasIdentifier().orElse(""));
        address.setValue(gateway.address().orElse(""));
        disconnectPort.setValue(gateway.disconnectPort());
        logins.setValue(gateway.logins().stream().map(URI::toString).collect(Collectors.joining("\n")));
        String kept = getTranslation("gateway.secret.kept");
        radiusSecret.setPlaceholder(gateway.hasRadiusSecret() ? kept : "");
        redirectSecret.setPlaceholder(gateway.signsRedirects() ? kept : "");
    }

    /** One more thing that can be done with the gateway, after a question. */
    void offer(String label, String question, Runnable deed) {
        Button button = new Button(label, click -> {
            close();
            new Confirmation(label, getTranslation(question), label, deed).open();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        getFooter().add(button);
    }

    private void submit() {
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            Contract chosen = contract.getValue();
            if (chosen == null) {
                markWrong("contract");
                return;
            }
            NewGateway terms = terms();
            close();
            save.accept(chosen.id(), terms);
        } catch (InvalidGatewayException e) {
            markWrong(e.field());
        }
    }

    private NewGateway terms() {
        Integer port = disconnectPort.getValue();
        return new NewGateway(
                name.getValue(),
                kind.getValue(),
                given(nasIdentifier),
                given(address),
                port == null ? 0 : port,
                given(radiusSecret),
                given(redirectSecret),
                addresses());
    }

    private List<URI> addresses() {
        return logins.getValue()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(NewGateway::login)
                .toList();
    }

    private static @Nullable String given(AbstractField<?, String> field) {
        String text = field.getValue().strip();
        return text.isEmpty() ? null : text;
    }

    private void markWrong(String field) {
        HasValidation wrong = fields.get(field);
        if (wrong != null) {
            wrong.setErrorMessage(getTranslation("gateway.error." + field));
            wrong.setInvalid(true);
        }
    }
}
