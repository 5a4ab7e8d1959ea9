package dev.propusk.gateway.controller;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * The certificate that a controller shows to everybody who connects.
 *
 * @param subject whose it says it is
 * @param until when it ends by its own word
 */
public record OfferedCertificate(String subject, Instant until, Fingerprint fingerprint) {
    private static final int TLS = 443;

    /**
     * Connects, looks, and says nothing.
     *
     * @throws ControllerFailureException where nobody answers there, or not by TLS
     */
    static OfferedCertificate of(URI address, Duration timeout) {
        int port = address.getPort() < 0 ? TLS : address.getPort();
        SSLContext context = ControllerTrust.by(certificate -> {});
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket()) {
            int most = Math.toIntExact(timeout.toMillis());
            socket.connect(new InetSocketAddress(bare(address.getHost()), port), most);
            socket.setSoTimeout(most);
            socket.startHandshake();
            return read((X509Certificate) socket.getSession().getPeerCertificates()[0]);
        } catch (SocketTimeoutException e) {
            throw new ControllerFailureException(ControllerFailure.SLOW, e);
        } catch (IOException | CertificateException e) {
            throw new ControllerFailureException(ControllerFailure.AWAY, e);
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static OfferedCertificate read(X509Certificate certificate) throws CertificateException {
        return new OfferedCertificate(
                certificate.getSubjectX500Principal().getName(),
                certificate.getNotAfter().toInstant(),
                Fingerprint.of(certificate));
    }
}
