package dev.propusk.token.store;

import dev.propusk.base.MacAddress;
import dev.propusk.security.ContractId;
import dev.propusk.token.Token;
import dev.propusk.token.TokenCode;
import dev.propusk.token.TokenId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface TokenRepository extends Repository<Token, TokenId> {
    Token saveAndFlush(Token token);

    void flush();

    @Query("from Token t where t.contract = :contract and t.id = :id and t.deletedAt is null")
    Optional<Token> find(ContractId contract, TokenId id);

    /** Deleted ones too: a job goes on with what it began. */
    Optional<Token> findByContractAndId(ContractId contract, TokenId id);

    @Query("from Token t where t.contract = :contract and t.id in :ids and t.deletedAt is null")
    List<Token> findAll(ContractId contract, Collection<TokenId> ids);

    /** What there is of a code for one device: its own rows, and the one that no device has. */
    @Query("from Token t where t.code = :code and t.contract = :contract and (t.mac = :mac or t.mac is null)")
    List<Token> findForDevice(ContractId contract, TokenCode code, MacAddress mac);

    /** The row of a code that no device has, whatever became of it. */
    @Query("select t.id from Token t where t.contract = :contract and t.code = :code and t.mac is null")
    Optional<TokenId> findStandingReady(ContractId contract, TokenCode code);

    @Query("""
            from Token t
            where t.code = :code and t.contract = :contract and t.deletedAt is null
            order by case when t.mac is null then 0 else 1 end, t.activatedAt desc, t.id desc
            limit :most
            """)
    List<Token> findFamily(ContractId contract, TokenCode code, int most);

    @Query("select t.id from Token t where t.contract = :contract and t.code = :code and t.state = ACTIVE limit :most")
    List<TokenId> findActiveIds(ContractId contract, TokenCode code, int most);

    @Query("""
            from Token t
            where t.contract = :contract and t.state = UNUSED and t.deletedAt is null
            order by t.generatedAt, t.id
            """)
    List<Token> findUnused(ContractId contract);

    @Query("""
            from Token t
            where t.contract = :contract and t.deletedAt is null and t.state in (UNUSED, ACTIVE)
            limit :most
            """)
    List<Token> findNotEnded(ContractId contract, int most);

    @Query("""
            from Token t
            where t.mac = :mac and t.contract = :contract and t.state = ACTIVE
            and (t.expiresAt is null or t.expiresAt > :now)
            order by case when t.expiresAt is null then 0 else 1 end, t.expiresAt desc
            limit 1
            """)
    Optional<Token> findLastToEnd(ContractId contract, MacAddress mac, Instant now);

    @Query("""
            select max(t.expiresAt) from Token t
            where t.mac = :mac and t.contract = :contract and t.expiresAt > :since and t.expiresAt <= :now
            and (t.annulment is null or t.annulment = EXPIRED)
            """)
    Optional<Instant> findLastExpiry(ContractId contract, MacAddress mac, Instant since, Instant now);
}
