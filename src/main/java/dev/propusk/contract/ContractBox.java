package dev.propusk.contract;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.Query;
import dev.propusk.list.Sorting;
import dev.propusk.list.Span;
import java.util.stream.Stream;

/** Chooses one of all contracts, for an administrator: those that fit what was typed are asked for as the list is scrolled. */
public final class ContractBox extends ComboBox<Contract> {
    private static final Sorting<Contract> BY_NUMBER = new Sorting<>(ContractColumn.NUMBER, false);

    /** @param label in words */
    public ContractBox(String label, ContractList contracts) {
        super(label);
        setItemLabelGenerator(contract -> contract.number() + ", " + contract.name());
        setItems(new CallbackDataProvider<Contract, String>(
                asked -> page(contracts, asked), asked -> contracts.count(typed(asked)), Contract::id));
        getLazyDataView().setItemCountUnknown();
    }

    private static Stream<Contract> page(ContractList contracts, Query<Contract, String> asked) {
        return contracts.page(typed(asked), new Span<>(BY_NUMBER, asked.getOffset(), asked.getLimit(), null)).stream();
    }

    private static String typed(Query<Contract, String> asked) {
        return asked.getFilter().orElse("");
    }
}
