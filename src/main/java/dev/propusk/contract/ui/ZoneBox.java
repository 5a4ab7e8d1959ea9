package dev.propusk.contract.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import dev.propusk.base.ZoneName;
import java.time.ZoneId;

/** Chooses a time zone by its name in the IANA database. */
class ZoneBox extends ComboBox<ZoneId> {
    ZoneBox(String label) {
        super(label);
        setItems(ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .map(ZoneId::of)
                .toList());
        setItemLabelGenerator(ZoneName::of);
    }
}
