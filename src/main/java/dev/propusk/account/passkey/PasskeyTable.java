package dev.propusk.account.passkey;

import dev.propusk.data.InstantConverter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.stereotype.Component;

/** The statements around passkeys. */
@Component
class PasskeyTable {
    private static final String COLUMNS = """
            select credential, account_id, label, public_key, uses, verified, may_be_copied, is_copied, transports,
                attestation, client_data, created_at, last_at
            from account_passkey""";

    private final JdbcClient jdbc;

    PasskeyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the login had it. */
    boolean delete(UUID account, Bytes credential) {
        return jdbc.sql("delete from account_passkey where account_id = ? and credential = ?")
                        .params(account, credential.getBytes())
                        .update()
                > 0;
    }

    void deleteAll(UUID account) {
        jdbc.sql("delete from account_passkey where account_id = ?")
                .param(account)
                .update();
    }

    boolean hasAny(UUID account) {
        return jdbc.sql("select exists (select 1 from account_passkey where account_id = ?)")
                .param(account)
                .query(Boolean.class)
                .single();
    }

    void insert(CredentialRecord passkey) {
        jdbc.sql("""
                        insert into account_passkey (credential, account_id, label, public_key, uses, verified,
                            may_be_copied, is_copied, transports, attestation, client_data, created_at, last_at)
                        values (:credential, :account, :label, :key, :uses, :verified,
                            :copiable, :copied, :transports, :attestation, :client, :created, :last)
                        """)
                .param("credential", passkey.getCredentialId().getBytes())
                .param("account", PasskeyOwners.account(passkey.getUserEntityUserId()))
                .param("label", passkey.getLabel())
                .param("key", passkey.getPublicKey().getBytes())
                .param("uses", passkey.getSignatureCount())
                .param("verified", passkey.isUvInitialized())
                .param("copiable", passkey.isBackupEligible())
                .param("copied", passkey.isBackupState())
                .param("transports", words(passkey.getTransports()))
                .param("attestation", bytes(passkey.getAttestationObject()))
                .param("client", bytes(passkey.getAttestationClientDataJSON()))
                .param("created", InstantConverter.toUtc(passkey.getCreated()))
                .param("last", InstantConverter.toUtc(passkey.getLastUsed()))
                .update();
    }

    /** It was used once more; false: there is no such one. */
    boolean update(CredentialRecord passkey) {
        return jdbc.sql("""
                        update account_passkey
                        set uses = :uses, verified = :verified, is_copied = :copied, last_at = :last
                        where credential = :credential
                        """)
                        .param("credential", passkey.getCredentialId().getBytes())
                        .param("uses", passkey.getSignatureCount())
                        .param("verified", passkey.isUvInitialized())
                        .param("copied", passkey.isBackupState())
                        .param("last", InstantConverter.toUtc(passkey.getLastUsed()))
                        .update()
                > 0;
    }

    Optional<CredentialRecord> find(Bytes credential) {
        return jdbc.sql(COLUMNS + " where credential = ?")
                .param(credential.getBytes())
                .query((row, number) -> passkey(row))
                .optional();
    }

    List<CredentialRecord> of(UUID account) {
        return jdbc.sql(COLUMNS + " where account_id = ? order by created_at")
                .param(account)
                .query((row, number) -> passkey(row))
                .list();
    }

    private static CredentialRecord passkey(ResultSet row) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential")))
                .userEntityUserId(PasskeyOwners.handle(row.getObject("account_id", UUID.class)))
                .label(row.getString("label"))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("uses"))
                .uvInitialized(row.getBoolean("verified"))
                .backupEligible(row.getBoolean("may_be_copied"))
                .backupState(row.getBoolean("is_copied"))
                .transports(transports(row.getString("transports")))
                .attestationObject(new Bytes(row.getBytes("attestation")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .created(InstantConverter.instant(row, "created_at"))
                .lastUsed(InstantConverter.instant(row, "last_at"))
                .build();
    }

    private static byte[] bytes(@Nullable Bytes bytes) {
        return bytes == null ? new byte[0] : bytes.getBytes();
    }

    private static String words(@Nullable Set<AuthenticatorTransport> transports) {
        return transports == null
                ? ""
                : transports.stream()
                        .map(AuthenticatorTransport::getValue)
                        .filter(word -> word.matches("[a-z-]{1,12}"))
                        .limit(6)
                        .collect(Collectors.joining(" "));
    }

    private static Set<AuthenticatorTransport> transports(String words) {
        return Arrays.stream(words.split(" "))
                .filter(word -> !word.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }
}
