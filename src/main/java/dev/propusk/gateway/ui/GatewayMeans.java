package dev.propusk.gateway.ui;

import dev.propusk.base.ProviderSettings;
import dev.propusk.contract.ContractList;
import dev.propusk.gateway.Gateways;
import dev.propusk.gateway.controller.Controllers;
import dev.propusk.gateway.key.KeyAddresses;
import dev.propusk.web.PublicSettings;
import org.springframework.stereotype.Component;

/** What the dialogs about a gateway work with. */
@Component
record GatewayMeans(
        Gateways gateways,
        ContractList contracts,
        KeyAddresses keyAddresses,
        Controllers controllers,
        PublicSettings settings,
        ProviderSettings provider) {}
