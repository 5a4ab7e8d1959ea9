package dev.propusk.token;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.propusk.base.MacAddress;
import dev.propusk.journal.JournalEvent;
import dev.propusk.journal.JournalEvents;
import dev.propusk.security.ContractId;
import java.util.List;
import java.util.Map;

/**
 * The terms of these tokens are over (rule 7): all that were annulled together, whatever their contracts. The journal
 * gets one entry for each contract.
 */
public record TokensExpired(List<Due> tokens) implements JournalEvents {
    /** A token whose term is over, and the device that it had let into the network. */
    public record Due(ContractId contract, TokenId id, MacAddress device) {}

    public Map<ContractId, List<TokenId>> byContract() {
        return tokens.stream().collect(groupingBy(Due::contract, mapping(Due::id, toList())));
    }

    @Override
    public List<Entry> events() {
        return byContract().entrySet().stream()
                .map(one -> new Entry(one.getKey(), one.getValue()))
                .toList();
    }

    /** What stands in one contract's journal. */
    public record Entry(ContractId contract, List<TokenId> tokens) implements JournalEvent {
        @Override
        public String action() {
            return "token.expired";
        }

        @Override
        public Map<String, Object> details() {
            return JournalEvent.several("tokens", tokens);
        }
    }
}
