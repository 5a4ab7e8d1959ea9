package dev.propusk.api.key;

import dev.propusk.security.ContractId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ApiKeyRepository extends Repository<ApiKey, UUID> {
    ApiKey save(ApiKey key);

    Optional<ApiKey> findByContractAndId(ContractId contract, UUID id);

    @Query("from ApiKey k where k.contract = :contract order by k.createdAt desc, k.id desc")
    List<ApiKey> findNewest(ContractId contract);
}
