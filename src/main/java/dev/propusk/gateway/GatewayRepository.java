package dev.propusk.gateway;

import dev.propusk.security.ContractId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface GatewayRepository extends Repository<Gateway, GatewayId> {
    Gateway saveAndFlush(Gateway gateway);

    /** Removed ones too: their sessions are still there. */
    Optional<Gateway> findByContractAndId(ContractId contract, GatewayId id);

    @Query("from Gateway g where g.contract = :contract and g.removedAt is null order by g.name, g.id")
    List<Gateway> findInUse(ContractId contract);
}
