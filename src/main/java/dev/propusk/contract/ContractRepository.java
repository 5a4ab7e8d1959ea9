package dev.propusk.contract;

import dev.propusk.security.ContractId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ContractRepository extends Repository<Contract, ContractId> {
    Contract save(Contract contract);

    Optional<Contract> findById(ContractId contract);

    Optional<Contract> findBySlug(String slug);

    Optional<Contract> findByNumber(String number);

    List<Contract> findByIdIn(Collection<ContractId> contracts);

    List<Contract> findByStatus(ContractStatus status);
}
