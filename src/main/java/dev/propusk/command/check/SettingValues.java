package dev.propusk.command.check;

import static java.util.stream.Collectors.joining;

import dev.propusk.base.StartRefusedException;
import dev.propusk.command.check.KnownSettings.BoundRecord;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.validation.FieldError;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/** Makes of the settings what the application will make of them, and tells in a sentence which of them can't be. */
record SettingValues(ConfigurableEnvironment environment, KnownSettings known) implements Check {
    private static final Map<Class<?>, String> KINDS = Map.of(
            Duration.class, "a time such as 30s, 10m, 12h or 90d",
            Integer.class, "a whole number",
            Long.class, "a whole number",
            Boolean.class, "true or false",
            ZoneId.class, "a time zone such as Europe/Moscow",
            URI.class, "an address such as https://wifi.example.org",
            Path.class, "a path");

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public List<Finding> look() {
        List<Finding> found = new ArrayList<>();
        Binder binder = Binder.get(environment);
        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
            ValidationBindHandler valid =
                    new ValidationBindHandler(new SpringValidatorAdapter(validators.getValidator()));
            for (BoundRecord each : known.records()) {
                tryTo(found, () -> binder.bindOrCreate(each.prefix(), Bindable.of(each.type()), valid));
            }
        }
        for (KnownSettings.Known each : known.all()) {
            if (each.type().equals(Duration.class.getName())) {
                tryTo(found, () -> binder.bind(each.name(), Bindable.of(Duration.class)));
            }
        }
        List<Finding> once = found.stream().distinct().toList();
        return once.isEmpty() ? List.of(Finding.ok(name(), "All values can be read.")) : once;
    }

    private void tryTo(List<Finding> found, Runnable binding) {
        try {
            binding.run();
        } catch (BindException e) {
            found.add(finding(e));
        }
    }

    private Finding finding(BindException failure) {
        Optional<StartRefusedException> refused = StartRefusedException.in(failure);
        if (refused.isPresent()) {
            return Finding.failure(name(), refused.get());
        }
        if (failure.getCause() instanceof BindValidationException invalid
                && invalid.getValidationErrors().getAllErrors().getFirst() instanceof FieldError error) {
            String name = invalid.getValidationErrors().getName() + "." + dashed(error.getField());
            return Finding.failure(
                    name(),
                    name + " is " + error.getRejectedValue() + ", which can't be: " + error.getDefaultMessage() + ".",
                    remedy(ConfigurationPropertyName.of(name)));
        }
        return Finding.failure(name(), failure.getName() + " " + what(failure) + ".", remedy(failure.getName()));
    }

    private static String what(BindException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConversionFailedException conversion) {
                String kind = kind(conversion.getTargetType().getObjectType());
                if (kind != null) {
                    return "is " + conversion.getValue() + ", which is not " + kind;
                }
            }
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return "can't be used: " + root.getMessage();
    }

    private static @Nullable String kind(Class<?> type) {
        return type.isEnum()
                ? "one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(String::valueOf)
                                .collect(joining(", "))
                : KINDS.get(type);
    }

    private String remedy(ConfigurationPropertyName name) {
        return known.find(name)
                .map(KnownSettings.Known::description)
                .filter(description -> !description.isEmpty())
                .map(description -> "It means: " + description.replaceFirst("\\.$", "") + ".")
                .orElse("Correct it, or leave it out for the default.");
    }

    /** {@code unusedLimit} is set as {@code unused-limit}. */
    private static String dashed(String field) {
        return field.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
