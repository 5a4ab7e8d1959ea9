package dev.propusk.token.store;

import dev.propusk.base.MacAddress;
import dev.propusk.security.ContractId;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenId;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The few questions that look across contracts; each says so in its name. */
public interface CrossContractTokens extends Repository<Token, TokenId> {
    @Query("from Token t where t.mac = :mac and t.state = ACTIVE and t.contract <> :here")
    List<Token> findActiveInOtherContracts(ContractId here, MacAddress mac);

    @Query("from Token t where t.id in :ids")
    List<Token> findAllAcrossContracts(Collection<TokenId> ids);

    @Query("from Token t where t.code in :codes and t.movedFrom in :ids")
    List<Token> findSuccessorsAcrossContracts(Collection<TokenCode> codes, Collection<TokenId> ids);
}
