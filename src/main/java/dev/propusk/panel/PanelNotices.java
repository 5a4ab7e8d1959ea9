package dev.propusk.panel;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Shows the notices of all features, read anew each time a page is opened. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class PanelNotices extends Div {
    private final transient List<PanelNotice> notices;

    PanelNotices(ObjectProvider<PanelNotice> notices) {
        this.notices = notices.orderedStream().toList();
        addClassName("notices");
        setVisible(false);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        removeAll();
        notices.stream()
                .map(PanelNotice::forWhoIsSignedIn)
                .flatMap(Optional::stream)
                .forEach(this::add);
        setVisible(getChildren().findAny().isPresent());
    }
}
