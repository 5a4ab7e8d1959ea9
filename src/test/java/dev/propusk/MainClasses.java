package dev.propusk;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** What is built into the jar, wherever a tool has put the tests' classes. */
public class MainClasses implements ImportOption {
    private static final ImportOption BY_USUAL_FOLDERS = new ImportOption.DoNotIncludeTests();

    /** Read once for all tests that look for something in them by other means than a rule. */
    public static JavaClasses all() {
        return Read.ALL;
    }

    @Override
    public boolean includes(Location location) {
        return BY_USUAL_FOLDERS.includes(location) && !location.contains("/test/dev/propusk/");
    }

    private static final class Read {
        private static final JavaClasses ALL =
                new ClassFileImporter().withImportOption(new MainClasses()).importPackages("dev.propusk");
    }
}
