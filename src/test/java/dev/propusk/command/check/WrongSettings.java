package dev.propusk.command.check;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Each with the line that it has, and what the line says. */
final class WrongSettings {
    private WrongSettings() {}

    static Stream<Arguments> all() {
        return Stream.of(
                arguments("--propusk.public-url=", "propusk.public-url is not set."),
                arguments("--propusk.public-url=wifi.example.org", "does not begin with https:// or http://"),
                arguments("--propusk.public-url=https://example.org/wifi", "has a path"),
                arguments("--propusk.retention=abc", "propusk.retention is abc, which is not a time such as"),
                arguments("--propusk.retention=5d", "propusk.retention can't be shorter than 30 days"),
                arguments(
                        "--propusk.retenton=900d",
                        "There is no setting propusk.retenton. Did you mean propusk.retention?"),
                arguments("--propusk.unused-limit=500", "propusk.unused-limit is 500, which can't be"),
                arguments("--propusk.unused-limit=many", "propusk.unused-limit is many, which is not a whole number"),
                arguments("--propusk.guessing.device=often", "propusk.guessing.device"),
                arguments("--propusk.trusted-proxies=foo", "propusk.trusted-proxies"),
                arguments("--propusk.time-stamp-authority=tsa.example.org", "is tsa.example.org, which is no address"),
                arguments(
                        "--propusk.time-stamp-certificates=pom.xml",
                        "The authority's certificates pom.xml can't be used"),
                arguments("--propusk.signing-key-file=pom.xml", "The signing key pom.xml can't be used"),
                arguments("--propusk.seal-interval=often", "propusk.seal-interval is often, which is not a time"),
                arguments("--propusk.time-zone=Moskau", "propusk.time-zone is Moskau, which is not a time zone"),
                arguments(
                        "--propusk.oidc.issuer=http://id.example.org", "which does not begin with https:// and a host"),
                arguments(
                        "--propusk.oidc.isuer=x",
                        "There is no setting propusk.oidc.isuer. Did you mean propusk.oidc.issuer?"),
                arguments("--propusk.oidc.roles.admn=x", "Did you mean propusk.oidc.roles.admin?"),
                arguments("--propusk.oidc.client-id=propusk", "and no propusk.oidc.issuer"),
                arguments(
                        "--propusk.oidc.only=ADMNI",
                        "propusk.oidc.only is ADMNI, which is not one of OWNER, OPERATOR, SUPPORT, ADMIN"),
                arguments("--propusk.oidc.make-logins=perhaps", "is perhaps, which is not true or false"),
                arguments("--propusk.second-factor-required=maybe", "is maybe, which is not true or false"),
                arguments(
                        "--spring.datasource.url=jdbc:mysql://db/propusk",
                        "is jdbc:mysql://db/propusk, which is not the address"),
                arguments("--propusk.data-dir=pom.xml/data", "is not a directory"));
    }
}
