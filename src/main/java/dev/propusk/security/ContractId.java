package dev.propusk.security;

import dev.propusk.base.TimeOrderedId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** Names a contract. Every query over a contract's data takes one. */
@Embeddable
public record ContractId(@Column(name = "contract_id") UUID value) implements Serializable {
    public static ContractId next() {
        return new ContractId(TimeOrderedId.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
