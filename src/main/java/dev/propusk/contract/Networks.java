package dev.propusk.contract;

import dev.propusk.data.Remembered;
import dev.propusk.security.ContractId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The networks that devices ask about, {@link Remembered}; what changes a contract looks at the contract itself. */
@Service
public class Networks {
    private static final int MOST = 10_000;

    private final Remembered<ContractId, Network> known = new Remembered<>(MOST);
    private final NetworkTable table;

    Networks(NetworkTable table) {
        this.table = table;
    }

    /**
     * The network of a contract.
     *
     * @throws ContractNotFoundException where there is none
     */
    public Network get(ContractId contract) {
        return known.get(contract, () -> table.find(contract)).orElseThrow(ContractNotFoundException::new);
    }

    @TransactionalEventListener(
            phase = TransactionPhase.AFTER_COMPLETION,
            classes = {ContractChanged.class, ContractSuspended.class, ContractResumed.class, ContractClosed.class})
    void forget() {
        known.forget();
    }
}
