package dev.propusk.token;

import dev.propusk.journal.JournalEvents;
import java.util.List;

/** What was annulled together because its term is over (rule 7), by contract. */
public record TermsOver(List<TokensExpired> events) implements JournalEvents {}
