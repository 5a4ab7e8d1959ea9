package dev.propusk.gateway.controller;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Believes a server by one look at its own certificate, whoever signed it, whatever name stands in it and however old it is:
 * controllers sign their own.
 */
final class ControllerTrust extends X509ExtendedTrustManager {
    private static final X509Certificate[] NONE = {};

    private final Look look;

    /** Throws where the certificate is not believed. */
    @FunctionalInterface
    interface Look {
        void at(X509Certificate certificate) throws CertificateException;
    }

    private ControllerTrust(Look look) {
        this.look = look;
    }

    /**
     * Who has that certificate and no other.
     *
     * @param pinned null: whoever the authorities that Java knows have signed, under the name of the address
     */
    static SSLContext of(@Nullable Fingerprint pinned) {
        return pinned == null
                ? ofAuthorities()
                : by(certificate -> {
                    if (!Fingerprint.of(certificate).equals(pinned)) {
                        throw new CertificateException("Not the certificate that was pinned");
                    }
                });
    }

    private static SSLContext ofAuthorities() {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static SSLContext by(Look look) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new ControllerTrust(look)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        look.at(chain[0]);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        look.at(chain[0]);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        look.at(chain[0]);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("Nobody is served");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return NONE;
    }
}
