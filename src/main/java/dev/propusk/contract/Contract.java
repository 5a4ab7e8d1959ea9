package dev.propusk.contract;

import dev.propusk.base.Seen;
import dev.propusk.security.ContractId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A customer and its network. */
@Entity
public class Contract {
    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private ContractId id;

    private String number;
    private String name;
    private String slug;
    private String ssid;
    private ZoneId zone;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ContractStatus status;

    private boolean believesLinkMac;

    /** Null as long as there are none. */
    @Embedded
    private @Nullable Limits limits;

    private Instant openedAt;
    private @Nullable Instant closedAt;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Contract() {}

    Contract(ContractId id, NewContract terms, Instant now) {
        this.id = id;
        this.number = terms.number();
        this.name = terms.name();
        this.slug = terms.slug();
        this.ssid = terms.ssid();
        this.zone = terms.zone();
        this.believesLinkMac = terms.believesLinkMac();
        this.limits = terms.limits();
        this.status = ContractStatus.OPEN;
        this.openedAt = now;
    }

    NewContract terms() {
        return new NewContract(number, name, slug, ssid, zone, believesLinkMac, limits());
    }

    /** As an administrator sees it who is about to change it. */
    public Seen<NewContract> seen() {
        return new Seen<>(terms(), version());
    }

    /** As the owner sees it. */
    public Seen<NetworkTerms> seenNetwork() {
        return new Seen<>(new NetworkTerms(name, ssid, zone, limits()), version());
    }

    /** Another one with each change. */
    public int version() {
        return version == null ? 0 : version;
    }

    void change(NewContract terms) {
        number = terms.number();
        name = terms.name();
        slug = terms.slug();
        ssid = terms.ssid();
        zone = terms.zone();
        believesLinkMac = terms.believesLinkMac();
        limits = terms.limits();
    }

    void suspend() {
        become(ContractStatus.SUSPENDED);
    }

    void resume() {
        become(ContractStatus.OPEN);
    }

    void close(Instant now) {
        become(ContractStatus.CLOSED);
        closedAt = now;
    }

    private void become(ContractStatus next) {
        if (!status.canBecome(next)) {
            throw new WrongContractStatusException(id, status);
        }
        status = next;
    }

    public ContractId id() {
        return id;
    }

    /** As it stands on paper: {@code 100001}. */
    public String number() {
        return number;
    }

    public String name() {
        return name;
    }

    /** Its place among the portal's addresses: {@code /portal/hotel}. */
    public String slug() {
        return slug;
    }

    /** The network's name as devices see it, at most 32 bytes in UTF-8 (IEEE 802.11). */
    public String ssid() {
        return ssid;
    }

    public ZoneId zone() {
        return zone;
    }

    public ContractStatus status() {
        return status;
    }

    public boolean isOpen() {
        return status == ContractStatus.OPEN;
    }

    /** Whether the portal takes the MAC in an unsigned link for the device's own. */
    public boolean believesLinkMac() {
        return believesLinkMac;
    }

    /** Of every device, where its token says nothing else (rule 24). */
    public Limits limits() {
        return limits == null ? Limits.NONE : limits;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }
}
