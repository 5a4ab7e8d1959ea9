package dev.propusk.journal;

import dev.propusk.security.ContractId;
import dev.propusk.security.OwnerOnly;
import dev.propusk.work.Costly;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The journal as people read it: an owner their contract's, the provider's staff everything (rule 20). */
@Service
public class Journal {
    /** No list goes on beyond so many entries, and no count above it. */
    public static final int MOST = 10_000;

    private final JournalSearch search;
    private final ApplicationEventPublisher events;

    Journal(JournalSearch search, ApplicationEventPublisher events) {
        this.search = search;
        this.events = events;
    }

    @OwnerOnly
    @Transactional(readOnly = true)
    public List<JournalEntry> page(ContractId contract, JournalFilter filter, int offset, int limit) {
        return search.page(contract, filter, offset, limit);
    }

    @OwnerOnly
    @Transactional(readOnly = true)
    public int count(ContractId contract, JournalFilter filter) {
        return search.count(contract, filter);
    }

    /** At most {@link #MOST}; that they were taken away stands in the journal as well. */
    @OwnerOnly
    @Transactional
    @Costly
    public List<JournalEntry> export(ContractId contract, JournalFilter filter) {
        List<JournalEntry> entries = search.page(contract, filter, 0, MOST);
        events.publishEvent(new JournalExported(contract, entries.size()));
        return entries;
    }

    @PreAuthorize("hasAnyRole('SUPPORT', 'ADMIN')")
    @Transactional(readOnly = true)
    public List<JournalEntry> pageAcrossContracts(JournalFilter filter, int offset, int limit) {
        return search.page(null, filter, offset, limit);
    }

    @PreAuthorize("hasAnyRole('SUPPORT', 'ADMIN')")
    @Transactional(readOnly = true)
    public int countAcrossContracts(JournalFilter filter) {
        return search.count(null, filter);
    }

    /** As {@link #export}. */
    @PreAuthorize("hasAnyRole('SUPPORT', 'ADMIN')")
    @Transactional
    @Costly
    public List<JournalEntry> exportAcrossContracts(JournalFilter filter) {
        List<JournalEntry> entries = search.page(null, filter, 0, MOST);
        events.publishEvent(new JournalExported(null, entries.size()));
        return entries;
    }
}
