package dev.propusk.gateway.web;

import dev.propusk.gateway.origin.Asked;
import java.util.stream.Stream;

/** Reads out of a packet where it comes from. */
final class AskedReader {
    private AskedReader() {}

    static Asked read(RadiusRequest request) {
        return Asked.of(
                request.text("Called-Station-Id"),
                request.text("NAS-Identifier"),
                request.text("User-Name"),
                Stream.of("Tunnel-Private-Group-Id", "Tunnel-Private-Group-Id:0", "NAS-Port-Id")
                        .flatMap(request::texts));
    }
}
