package dev.propusk.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.propusk.PropuskTest;
import dev.propusk.contract.Contracts;
import dev.propusk.security.ContractId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/** A class is not looked through for a manager's name at each call: that took a fiftieth of an activation. */
@PropuskTest
class NamedManagersTest {
    @Autowired
    TransactionInterceptor transactions;

    @Test
    void aTransactionNamesItsManager() throws Exception {
        TransactionAttribute reading = Objects.requireNonNull(transactions.getTransactionAttributeSource())
                .getTransactionAttribute(Contracts.class.getMethod("requireOpen", ContractId.class), Contracts.class);
        assertThat(Objects.requireNonNull(reading).getQualifier()).isEqualTo(WithinTransaction.MANAGER);
    }
}
