package dev.propusk.panel;

import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.data.binder.Binder;
import com.vaadin.flow.data.binder.Binder.Binding;
import com.vaadin.flow.data.binder.Binder.BindingBuilder;
import com.vaadin.flow.data.binder.HasValidator;
import com.vaadin.flow.data.binder.ValidationException;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.Validator;
import com.vaadin.flow.function.SerializablePredicate;
import dev.propusk.base.ChangedMeanwhileException;
import dev.propusk.base.Seen;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a form around a binder of one record: all wrong fields are shown at once, what was typed stays until it was
 * saved, and where somebody else has saved meanwhile that is said in words.
 *
 * @param <R> what the form asks for, a public record; each of its components is one field's
 */
public final class RecordForm<R extends Record> {
    private final Class<R> type;
    private final Binder<R> binder;
    private final Map<String, HasValue<?, ?>> fields = new LinkedHashMap<>();
    private final MeanwhileNotice notice = new MeanwhileNotice();
    private @Nullable Seen<R> seen;

    public RecordForm(Class<R> type) {
        this.type = type;
        this.binder = new Binder<>(type);
    }

    /** A field for this component; to be bound by its name once it is converted and validated. */
    public <V> BindingBuilder<R, V> field(HasValue<?, V> field, String component) {
        fields.put(component, field);
        return binder.forField(field);
    }

    /** A field whose value is the component's. */
    public <V> void bind(HasValue<?, V> field, String component) {
        field(field, component).bind(component);
    }

    /** The same, where not every value will do. */
    public <V> void bind(HasValue<?, V> field, String component, SerializablePredicate<V> check, String error) {
        checked(field, component, error).withValidator(check, error).bind(component);
    }

    /** A field for a line of text; what stands around it is left out. */
    public void line(HasValue<?, String> field, String component, SerializablePredicate<String> check, String error) {
        checked(field, component, error)
                .withConverter(String::strip, text -> text)
                .withValidator(check, error)
                .bind(component);
    }

    /** Looks again at a field that is told to be wrong as soon as another one changes: what is wrong lies between the two. */
    public void recheck(String component, HasValue<?, ?> other) {
        other.addValueChangeListener(change -> {
            if (fields.get(component) instanceof HasValidation field && field.isInvalid()) {
                binder.getBinding(component).ifPresent(Binding::validate);
            }
        });
    }

    /** Vaadin's own checks, of a length or of what can't be read, have no words: they are told as the form's own. */
    @SuppressWarnings("unchecked")
    private <V> BindingBuilder<R, V> checked(HasValue<?, V> field, String component, String error) {
        BindingBuilder<R, V> builder = field(field, component).withDefaultValidator(false);
        if (!(field instanceof HasValidator<?>)) {
            return builder;
        }
        Validator<V> own = ((HasValidator<V>) field).getDefaultValidator();
        return builder.withValidator((value, context) ->
                own.apply(value, context).isError() ? ValidationResult.error(error) : ValidationResult.ok());
    }

    /** What somebody else did meanwhile; invisible as long as nobody did anything. */
    public MeanwhileNotice notice() {
        return notice;
    }

    /** Called whenever a person or a program has changed a field. */
    public void onChange(Runnable listener) {
        binder.addValueChangeListener(change -> listener.run());
    }

    /** As it stands now. */
    public void show(Seen<R> now) {
        seen = now;
        notice.clear();
        binder.readRecord(now.value());
    }

    /** Empties all fields; nothing is told to be wrong of them. */
    public void clear() {
        fields.values().forEach(HasValue::clear);
        fields.values().forEach(field -> {
            if (field instanceof HasValidation told) {
                told.setInvalid(false);
            }
        });
    }

    /** What stands in the form; empty where something in it is wrong, which is then shown. */
    public Optional<R> read() {
        try {
            return Optional.of(binder.writeRecord());
        } catch (ValidationException e) {
            return Optional.empty();
        }
    }

    /** A field that only the service knew to be wrong. */
    public void refuse(String component, String message) {
        if (fields.get(component) instanceof HasValidation field) {
            field.setErrorMessage(message);
            field.setInvalid(true);
        }
    }

    /**
     * Makes something new of what was typed, unless it is wrong.
     *
     * @return whether it was made
     */
    public boolean create(Consumer<R> make) {
        Optional<R> typed = read();
        typed.ifPresent(make);
        return typed.isPresent();
    }

    /**
     * Saves what was typed, unless it is wrong or somebody else has saved meanwhile: then it stays, and that is said.
     *
     * @param save takes what was typed and what was seen
     * @param latest how it stands now
     * @return whether it was saved
     */
    public boolean change(BiConsumer<R, Seen<R>> save, Supplier<Seen<R>> latest) {
        notice.clear();
        Optional<R> typed = read();
        Seen<R> before = Objects.requireNonNull(seen);
        try {
            typed.ifPresent(value -> save.accept(value, before));
            return typed.isPresent();
        } catch (ChangedMeanwhileException e) {
            Seen<R> now = latest.get();
            notice.tell(e, differences(before.value(), now.value()), () -> show(latest.get()));
            return false;
        }
    }

    /** The labels of the fields in which the two differ. */
    private List<String> differences(R before, R now) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> !Objects.equals(read(component, before), read(component, now)))
                .map(component -> fields.get(component.getName()))
                .filter(field -> field != null && !field.isReadOnly())
                .map(field -> field instanceof HasLabel labelled ? labelled.getLabel() : null)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Object read(RecordComponent component, Record record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
