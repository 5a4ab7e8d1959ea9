package dev.propusk.secrets.sign;

import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The files that others verify by, for what works beside the application: nothing is signed and nobody is asked. */
public final class SigningPlace {
    private SigningPlace() {}

    /**
     * Reads them as a start does.
     *
     * @return whose the key is; empty: none is set
     * @throws dev.propusk.base.StartRefusedException where one is set and can't be used
     */
    public static Optional<String> owner(Environment environment) {
        SigningSettings settings = Binder.get(environment).bindOrCreate("propusk", SigningSettings.class);
        TrustedStamps.of(settings.timeStampCertificates());
        return KeyPairFile.of(settings).map(KeyPairFile::owner);
    }
}
