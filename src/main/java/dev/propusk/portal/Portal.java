package dev.propusk.portal;

import dev.propusk.base.MacAddress;
import dev.propusk.contract.Contract;
import dev.propusk.contract.Contracts;
import dev.propusk.identification.Identification;
import dev.propusk.portal.PortalAnswer.Done;
import dev.propusk.portal.PortalAnswer.Problem;
import dev.propusk.portal.PortalAnswer.Refused;
import dev.propusk.token.CodeNotAcceptedException;
import dev.propusk.token.TokenCode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A guest's phone asks to be let in. */
@Service
public class Portal {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()\\-.\\u00A0]{7,24}");

    private final Contracts contracts;
    private final Identification identification;

    Portal(Contracts contracts, Identification identification) {
        this.contracts = contracts;
        this.identification = identification;
    }

    /** The network whose portal stands at this address. */
    public Optional<Contract> network(String slug) {
        return contracts.findBySlug(slug);
    }

    /** The device that a link names, as far as this network believes links; there is no signed one yet. */
    public Optional<MacAddress> believed(Contract network, @Nullable String mac) {
        return network.believesLinkMac() && mac != null ? MacAddress.read(mac) : Optional.empty();
    }

    public PortalAnswer identify(Contract network, String identifier, @Nullable String mac) {
        Optional<MacAddress> device = believed(network, mac);
        if (device.isEmpty()) {
            return new Refused(Problem.DEVICE);
        }
        Optional<TokenCode> code = TokenCode.read(identifier);
        if (code.isEmpty()) {
            return new Refused(looksLikePhone(identifier) ? Problem.PHONE : Problem.NOT_ACCEPTED);
        }
        try {
            return new Done(identification.identify(network.id(), code.get(), device.get()));
        } catch (CodeNotAcceptedException e) {
            return new Refused(Problem.NOT_ACCEPTED);
        }
    }

    private static boolean looksLikePhone(String typed) {
        long digits = typed.chars().filter(c -> c >= '0' && c <= '9').count();
        return PHONE.matcher(typed.strip()).matches() && digits >= 10 && digits <= 11 + (typed.contains("+") ? 4 : 0);
    }
}
