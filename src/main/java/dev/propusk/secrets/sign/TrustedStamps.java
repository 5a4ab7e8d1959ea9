package dev.propusk.secrets.sign;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;

/** Which authorities' stamps count: those whose certificates come from these; where none are named, all. */
final class TrustedStamps {
    private final Set<TrustAnchor> anchors;

    private TrustedStamps(Set<TrustAnchor> anchors) {
        this.anchors = anchors;
    }

    /** @throws dev.propusk.base.StartRefusedException where the file can't be read */
    static TrustedStamps of(@Nullable Path pem) {
        if (pem == null) {
            return new TrustedStamps(Set.of());
        }
        try (InputStream in = Files.newInputStream(pem)) {
            Set<TrustAnchor> anchors = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(certificate -> new TrustAnchor((X509Certificate) certificate, null))
                    .collect(Collectors.toSet());
            if (anchors.isEmpty()) {
                // none would mean that all are trusted
                throw new CertificateException("there is none in it");
            }
            return new TrustedStamps(anchors);
        } catch (IOException | GeneralSecurityException e) {
            throw new SigningKeyException(
                    "The authority's certificates " + pem + " can't be used: " + e.getMessage(),
                    "propusk.time-stamp-certificates names a file of certificates in PEM.",
                    e);
        }
    }

    Instant time(byte[] encoded, byte[] hash) throws TimeStampException {
        try {
            TimeStampToken token = new TimeStampToken(new CMSSignedData(encoded));
            if (!MessageDigest.isEqual(token.getTimeStampInfo().getMessageImprintDigest(), hash)) {
                throw new TimeStampException("it is of something else");
            }
            check(token);
            return token.getTimeStampInfo().getGenTime().toInstant();
        } catch (CMSException | TSPException | IOException | RuntimeException e) {
            // Bouncy Castle throws whatever it comes upon in bytes that are no stamp
            throw new TimeStampException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Whether its signature is right, and of whom it should be. */
    void check(TimeStampToken token) throws TimeStampException {
        try {
            List<X509Certificate> sent = new ArrayList<>();
            for (Object holder : token.getCertificates().getMatches(null)) {
                sent.add(new JcaX509CertificateConverter().getCertificate((X509CertificateHolder) holder));
            }
            X509Certificate own = sent.stream()
                    .filter(certificate -> token.getSID().getSerialNumber().equals(certificate.getSerialNumber()))
                    .findFirst()
                    .orElseThrow(() -> new TimeStampException("it names no certificate"));
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(own));
            if (!anchors.isEmpty() && anchors.stream().noneMatch(anchor -> own.equals(anchor.getTrustedCert()))) {
                build(own, sent, token);
            }
        } catch (GeneralSecurityException | OperatorCreationException | TSPException e) {
            throw new TimeStampException("it is not to be trusted: " + e.getMessage(), e);
        }
    }

    private void build(X509Certificate own, List<X509Certificate> sent, TimeStampToken token)
            throws GeneralSecurityException {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(own);
        PKIXBuilderParameters way = new PKIXBuilderParameters(anchors, target);
        way.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(sent)));
        way.setRevocationEnabled(false);
        way.setDate(token.getTimeStampInfo().getGenTime());
        CertPathBuilder.getInstance("PKIX").build(way);
    }
}
