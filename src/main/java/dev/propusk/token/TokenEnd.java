package dev.propusk.token;

import org.jspecify.annotations.Nullable;

/**
 * How tokens are ended.
 *
 * @param deleting whether they are hidden from the customer as well (rule 12)
 * @param otherNetwork the number of the contract whose network the device went to (rule 10)
 */
public record TokenEnd(
        Annulment reason, boolean deleting, @Nullable String otherNetwork) {
    public static final TokenEnd BY_HAND = new TokenEnd(Annulment.BY_HAND, false, null);
    public static final TokenEnd DELETION = new TokenEnd(Annulment.BY_HAND, true, null);
    public static final TokenEnd USED_UP = new TokenEnd(Annulment.USED_UP, false, null);
    public static final TokenEnd CONTRACT_CLOSED = new TokenEnd(Annulment.CONTRACT_CLOSED, false, null);

    public static TokenEnd otherNetwork(String contractNumber) {
        return new TokenEnd(Annulment.OTHER_NETWORK, false, contractNumber);
    }
}
