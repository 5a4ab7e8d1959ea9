package dev.propusk.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.ErrorEvent;
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
    private final PanelErrorHandler handler =
            new PanelErrorHandler(new StaticListableBeanFactory().getBeanProvider(FailureAnswer.class));

    @Test
    void aBrowserThatWentAwayIsNoError(CapturedOutput output) {
        handler.error(new ErrorEvent(new ClientAbortException(new IOException("Broken pipe"))));

        assertThat(output).doesNotContain("in the panel");
    }

    @Test
    void aDatabaseWhoseConnectionBreaksIsOne(CapturedOutput output) {
        handler.error(
                new ErrorEvent(new CannotCreateTransactionException("No connection", new IOException("Broken pipe"))));

        assertThat(output).contains("in the panel: error.database");
    }
}
