package dev.propusk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.propusk.PanelTest;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.security.ActingAs;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A new customer, from the contract to the first guest, on one page. */
class CustomerViewTest extends PanelTest {
    @Autowired
    Contracts all;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aNewContractLeadsToItsNextSteps() {
        open(contracts.administrator(), "contracts");
        press("Open a contract");
        type(TextField.class, "Number", "N-" + hotel.number());
        type(TextField.class, "Name", "New hotel");
        type(TextField.class, "Network (SSID)", "New");
        type(TextField.class, "Address of the sign-in page", hotel.slug() + "-new");
        press("Save");
        assertThat(texts()).contains("The contract has no owner yet. Invite one: the password is set by the link.");
        assertThat(texts()).anyMatch(text -> text.startsWith("There is no gateway yet"));
        Contract opened = all.findBySlug(hotel.slug() + "-new").orElseThrow();

        press("Invite the owner");
        type(TextField.class, "Login", "owner-" + opened.number().toLowerCase(Locale.ROOT));
        press("Create a link");
        assertThat(find(TextArea.class).single().getValue()).contains("/welcome/");
        assertThat(texts()).anyMatch(text -> text.startsWith("The owner is invited"));
    }

    @Test
    void aTestGuestWalksTheWholeWayAndLeavesNothingBehind() {
        open(contracts.administrator(), "customers?contract=" + hotel.number());
        press("Try it");
        assertThat(texts()).contains("It works: the token was accepted, the device let in, the token annulled.");
        assertThat(jdbc.sql("select state from token where contract_id = ?")
                        .param(hotel.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("ANNULLED");
        assertThat(jdbc.sql("select unused from quota where contract_id = ?")
                        .param(hotel.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsMissingIsSaid() {
        ActingAs.administrator(() -> all.suspend(hotel.id()));
        open(contracts.administrator(), "customers?contract=" + hotel.number());
        press("Try it");
        assertThat(texts()).contains("The contract is suspended or closed: resume it.");
    }

    private List<String> texts() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }
}
