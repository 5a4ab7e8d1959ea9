package dev.propusk;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** What is built into the jar, wherever a tool has put the tests' classes. */
class MainClasses implements ImportOption {
    private static final ImportOption BY_USUAL_FOLDERS = new ImportOption.DoNotIncludeTests();

    @Override
    public boolean includes(Location location) {
        return BY_USUAL_FOLDERS.includes(location) && !location.contains("/test/dev/propusk/");
    }
}
