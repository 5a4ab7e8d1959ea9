package dev.propusk.bench.step;

import dev.propusk.TestContracts;
import dev.propusk.bench.bare.BareActivation;
import dev.propusk.bench.measure.Course;
import dev.propusk.bench.measure.Step;
import dev.propusk.bench.seed.Database;
import dev.propusk.bench.seed.Networks;
import dev.propusk.bench.seed.Scale;
import dev.propusk.bench.seed.Seed;
import dev.propusk.contract.Contracts;
import dev.propusk.security.ContractId;
import dev.propusk.token.activate.Activation;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All steps, in their order; each is given what its constructor asks for, of the application's and of the bench's. */
public final class Steps implements AutoCloseable {
    private static final List<Class<? extends Step>> ALL = List.of(
            ActivationsInMany.class,
            ActivationsInOne.class,
            HotToken.class,
            Connecting.class,
            Radius.class,
            MacQuery.class,
            Grid.class,
            Generating.class,
            Printing.class,
            Events.class,
            Customers.class,
            OpenPanels.class,
            Sweep.class,
            Starts.class);

    /** One for each device of the step that has the most. */
    private static final int CONNECTIONS = 32;

    /** The second size fills one contract, which is then large; the others spread. */
    private static final int FILLS_ONE = 1;

    private final DefaultListableBeanFactory bench;
    private final Scale scale;
    private final Networks networks;
    private final Seed seed;
    private final BareActivation bare;
    private final Activations activations;

    /** @param folder for what steps leave behind */
    public Steps(ApplicationContext application, Scale scale, Path folder) throws SQLException {
        this.scale = scale;
        // its factory, not itself: behind that, which of two clocks comes first would not be seen
        this.bench = new DefaultListableBeanFactory(application.getAutowireCapableBeanFactory());
        networks = new Networks(application.getBean(Contracts.class), application.getBean(TestContracts.class), scale);
        seed = new Seed(
                application.getBean(DataSource.class),
                application.getBean(Clock.class).instant());
        seed.contracts(networks.many());
        Database database = new Database(application.getBean(JdbcConnectionDetails.class));
        bare = new BareActivation(database, CONNECTIONS);
        activations = new Activations(seed, scale, application.getBean(Activation.class), bare);
        for (Object shared : List.of(scale, folder, networks, seed, database, activations)) {
            bench.registerSingleton(shared.getClass().getName(), shared);
        }
    }

    public void take(Course course) throws IOException {
        course.prepare("warming up", activations::warmUp);
        for (int size : scale.sizes()) {
            course.prepare(String.format(Locale.ROOT, "making %,d activations", size), () -> grow(size));
            course.take(growth(size));
        }
        for (Class<? extends Step> step : ALL) {
            course.take(make(step));
        }
    }

    private void grow(int size) throws SQLException {
        boolean fillsOne = scale.sizes().indexOf(size) == FILLS_ONE;
        ContractId into = fillsOne ? networks.large().id() : null;
        seed.activations(size, into, scale.contracts());
    }

    private Growth growth(int size) {
        return new Growth(
                size,
                activations,
                make(MacQuery.class),
                make(Grid.class),
                make(Generating.class),
                bench.getBean(JdbcClient.class),
                scale);
    }

    private <T extends Step> T make(Class<T> step) {
        return step.cast(bench.autowire(step, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false));
    }

    @Override
    public void close() throws SQLException {
        bare.close();
    }
}
