package dev.propusk.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.propusk.PropuskTest;
import dev.propusk.TestContracts;
import dev.propusk.base.MacAddress;
import dev.propusk.base.Texts;
import dev.propusk.contract.Contract;
import dev.propusk.secrets.RetiredKeys;
import dev.propusk.secrets.Secrets;
import dev.propusk.secrets.sign.SigningKey;
import dev.propusk.secrets.sign.TestAuthority;
import dev.propusk.secrets.sign.TestSigning;
import dev.propusk.security.ActingAs;
import dev.propusk.security.PanelUser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Verified by somebody else: poppler's pdfsig, which must be there in CI. */
@PropuskTest
class SignedCertificateTest {
    private static final Path PDFSIG = Path.of("/usr/bin/pdfsig");

    /** One key for all of it: to make one takes seconds. */
    @TempDir
    private static Path folder;

    @Autowired
    TestContracts contracts;

    @Autowired
    Secrets secrets;

    @Autowired
    RetiredKeys keys;

    @Autowired
    Texts texts;

    @Autowired
    Lookup lookup;

    @Autowired
    CertificateTable table;

    private Contract hotel;
    private PanelUser support;

    @BeforeEach
    void openAContract() {
        hotel = contracts.open();
        support = contracts.user(contracts.support());
    }

    @Test
    void aCertificateIsVerifiedWithoutUsAndAChangedByteIsTold() throws Exception {
        byte[] pdf = make(TestSigning.key(folder.resolve("key.p12"), null));
        assumeTrue(Files.exists(PDFSIG), "pdfsig is not installed");
        assertThat(pdfsig(pdf))
                .contains(
                        "Signer Certificate Common Name: Provider, Moscow",
                        "Signature Type: ETSI.CAdES.detached",
                        "Signing Hash Algorithm: SHA-256",
                        "Total document signed",
                        "Signature is Valid.");
        for (int place : new int[] {100, pdf.length / 3, pdf.length / 2, pdf.length - 2_000}) {
            byte[] changed = pdf.clone();
            changed[place] ^= 1;
            assertThat(pdfsig(changed)).doesNotContain("Signature is Valid.");
        }
    }

    @Test
    void itIsAsPadesWantsIt() throws Exception {
        byte[] pdf = make(TestSigning.key(folder.resolve("key.p12"), null));
        SignerInformation signer = signer(pdf);
        assertThat(signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2))
                .isNotNull();
        assertThat(signer.getSignedAttributes().get(CMSAttributes.signingTime)).isNull();
        assertThat(signer.getUnsignedAttributes()).isNull();
    }

    @Test
    void whereAnAuthorityIsSetTheSignatureIsStampedAndWhereItIsAwayNot() throws Exception {
        try (TestAuthority authority = new TestAuthority(folder)) {
            SigningKey key = TestSigning.key(folder.resolve("key.p12"), authority.address());
            byte[] stamped = make(key);
            assertThat(signer(stamped).getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken))
                    .isNotNull();
            if (Files.exists(PDFSIG)) {
                assertThat(pdfsig(stamped)).contains("Signature is Valid.");
            }
            authority.isAway(true);
            assertThat(signer(make(key)).getUnsignedAttributes()).isNull();
        }
    }

    private byte[] make(SigningKey key) {
        Certificates certificates =
                new Certificates(secrets, keys, texts, lookup, new CertificateSignature(key), table);
        MacAddress device = TestContracts.device();
        Question question =
                new Question(device.toString(), hotel.number(), null, null, ZoneId.of("Asia/Irkutsk"), "№ 1");
        return ActingAs.user(support, () -> {
            byte[] pdf = certificates.make(question, Locale.of("ru"));
            assertThat(certificates.verify(pdf).kind()).isEqualTo(Verdict.Kind.GENUINE);
            return pdf;
        });
    }

    private static SignerInformation signer(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            var signature = document.getLastSignatureDictionary();
            CMSSignedData data = new CMSSignedData(
                    new CMSProcessableByteArray(signature.getSignedContent(pdf)), signature.getContents(pdf));
            return data.getSignerInfos().iterator().next();
        }
    }

    private String pdfsig(byte[] pdf) throws IOException, InterruptedException {
        Path file = Files.write(folder.resolve("certificate.pdf"), pdf);
        Process process = new ProcessBuilder(PDFSIG.toString(), "-nocert", file.toString())
                .redirectErrorStream(true)
                .start();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        process.getInputStream().transferTo(said);
        process.waitFor();
        return said.toString(UTF_8);
    }
}
