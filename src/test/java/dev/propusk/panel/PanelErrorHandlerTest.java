package dev.propusk.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.ErrorEvent;
import dev.propusk.data.TestNews;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.CannotCreateTransactionException;

@ExtendWith(OutputCaptureExtension.class)
class PanelErrorHandlerTest {
    private final PanelErrorHandler handler = new PanelErrorHandler(
            new StaticListableBeanFactory().getBeanProvider(FailureAnswer.class), TestNews.create());

    @Test
    void aBrowserThatWentAwayIsNoError(CapturedOutput output) {
        handler.error(new ErrorEvent(new ClientAbortException(new IOException("Broken pipe"))));

        assertThat(output).doesNotContain("in the panel");
    }

    @Test
    void aDatabaseThatIsAwayIsOneLineForAllWhoMeetIt(CapturedOutput output) {
        for (int met = 0; met < 3; met++) {
            handler.error(new ErrorEvent(
                    new CannotCreateTransactionException("No connection", new IOException("Broken pipe"))));
        }

        assertThat(output.getAll().lines().filter(line -> line.contains("Broken pipe")))
                .singleElement()
                .asString()
                .contains("The database does not answer");
        assertThat(output).doesNotContain("\tat ");
    }

    @Test
    void anyOtherFailureIsToldWithItsTrace(CapturedOutput output) {
        handler.error(new ErrorEvent(new IllegalStateException("Broken")));

        assertThat(output).contains("in the panel: error.unexpected", "\tat ");
    }
}
