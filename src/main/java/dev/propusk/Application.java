package dev.propusk;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;
import dev.propusk.command.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Propusk, or one of its commands, and gives its pages their stylesheets. */
@SpringBootApplication
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("panel.css")
@Push(transport = Transport.WEBSOCKET_XHR)
@ConfigurationPropertiesScan
public class Application implements AppShellConfigurator {
    public static void main(String[] args) {
        if (Commands.isMeantBy(args)) {
            // in this whole process: what a command says stands alone
            System.setProperty("logging.level.root", "off");
            System.exit(new Commands(System.out, System.err).run(args));
        }
        SpringApplication.run(Application.class, args);
    }
}
