package dev.propusk.support;

import dev.propusk.contract.Contract;
import dev.propusk.token.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An activation that fits a question.
 *
 * @param movedFrom the row that it continues
 * @param movedTo the row that continues it
 * @param contradictions where the journal says otherwise
 * @param sessions what gateways reported of the device in this network while the token worked
 */
public record Finding(
        Token token,
        Contract contract,
        @Nullable Token movedFrom,
        @Nullable Token movedTo,
        List<Contradiction> contradictions,
        List<Seen> sessions) {}
