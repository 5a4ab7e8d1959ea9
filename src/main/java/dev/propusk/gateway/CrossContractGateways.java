package dev.propusk.gateway;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The few questions about gateways that look across contracts. */
public interface CrossContractGateways extends Repository<Gateway, GatewayId> {
    /** For the provider's administrators. */
    List<Gateway> findByIdIn(Collection<GatewayId> ids);

    /** Those of them that were not removed. */
    @Query("from Gateway g where g.id in :ids and g.removedAt is null")
    List<Gateway> findInUse(Collection<GatewayId> ids);

    /** Whoever shows a key is the gateway it was made for. */
    @Transactional(readOnly = true)
    @Query("from Gateway g where g.keyHash = :hash and g.removedAt is null")
    Optional<Gateway> findByKeyHash(byte[] hash);

    /** Those of them that speak RADIUS. */
    @Query("from Gateway g where g.id in :ids and g.radiusSecret is not null and g.removedAt is null")
    List<Gateway> findSpeaking(Collection<GatewayId> ids);
}
