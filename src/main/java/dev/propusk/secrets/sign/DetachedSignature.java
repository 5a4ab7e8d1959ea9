package dev.propusk.secrets.sign;

import dev.propusk.base.Sha256;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Makes a signature as CAdES wants it in a PDF: it names the certificate, and leaves the time to the file and its stamp. */
final class DetachedSignature {
    private static final Map<String, String> BY =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "Ed25519", "Ed25519", "EdDSA", "Ed25519");

    private DetachedSignature() {}

    static byte[] of(KeyPairFile pair, byte[] content, TimeStampAuthority authority) {
        try {
            return stamped(new CMSSignedData(unstamped(pair, content)), authority)
                    .getEncoded();
        } catch (CMSException | IOException e) {
            throw new IllegalStateException("Nothing can be signed", e);
        }
    }

    static byte[] unstamped(KeyPairFile pair, byte[] content) {
        try {
            X509Certificate own = pair.chain().getFirst();
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                            new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(attributes(own))
                    .build(
                            new JcaContentSignerBuilder(
                                            BY.getOrDefault(pair.key().getAlgorithm(), "SHA256withRSA"))
                                    .build(pair.key()),
                            own));
            generator.addCertificates(new JcaCertStore(pair.chain()));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded("DER");
        } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException e) {
            throw new IllegalStateException("Nothing can be signed", e);
        }
    }

    private static CMSAttributeTableGenerator attributes(X509Certificate own) throws GeneralSecurityException {
        ESSCertIDv2 named = new ESSCertIDv2(Sha256.of(own.getEncoded()));
        Attribute certificate = new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2[] {named})));
        CMSAttributeTableGenerator usual = new DefaultSignedAttributeTableGenerator(new AttributeTable(certificate));
        return parameters -> usual.getAttributes(parameters).remove(CMSAttributes.signingTime);
    }

    /** As it is, where no authority is set or it does not answer: it says so itself. */
    private static CMSSignedData stamped(CMSSignedData signed, TimeStampAuthority authority) throws IOException {
        SignerInformation signer = signed.getSignerInfos().iterator().next();
        Optional<byte[]> stamp = authority.stampIfSet(Sha256.of(signer.getSignature()));
        if (stamp.isEmpty()) {
            return signed;
        }
        Attribute attribute = new Attribute(
                PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                new DERSet(ASN1Primitive.fromByteArray(stamp.get())));
        SignerInformation stamped = SignerInformation.replaceUnsignedAttributes(signer, new AttributeTable(attribute));
        return CMSSignedData.replaceSigners(signed, new SignerInformationStore(List.of(stamped)));
    }
}
