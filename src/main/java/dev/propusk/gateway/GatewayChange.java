package dev.propusk.gateway;

/**
 * What a gateway is to be from now on.
 *
 * @param forgetsRadiusSecret whether it no longer has one
 * @param forgetsRedirectSecret whether it no longer has one
 */
public record GatewayChange(NewGateway terms, boolean forgetsRadiusSecret, boolean forgetsRedirectSecret) {
    /** A secret that is not given stays as it is. */
    public static GatewayChange to(NewGateway terms) {
        return new GatewayChange(terms, false, false);
    }
}
