package io.docent;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.ConfigurationReader;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stops the start where a setting is not of its kind: Micronaut would take the default instead and say nothing. What a
 * setting may be beyond its kind, its record checks.
 */
@Context
final class SettingsCheck {

    private static final Map<Class<?>, String> ALLOWED = Map.of(
            Duration.class, "a duration, as in 60s, 10m or 365d",
            int.class, "a whole number, as in 100",
            long.class, "a whole number or a size, as in 50MB",
            double.class, "a number, as in 0.5",
            boolean.class, "true or false");

    private static final String PORT = "micronaut.server.port";

    private static final int LAST_PORT = 65_535;

    SettingsCheck(BeanContext beans, Environment environment) {
        // By their references: asked by stereotype, Micronaut loads the definition of every bean there is.
        List<String> wrong = beans.getBeanDefinitionReferences().stream()
                .filter(reference -> reference.getName().startsWith("io.docent.") && reference.isEnabled(beans))
                .<BeanDefinition<?>>map(reference -> reference.load(beans))
                .filter(bean -> bean.hasStereotype(ConfigurationReader.class.getName()) && bean.isEnabled(beans))
                .flatMap(settings -> arguments(settings).stream())
                .flatMap(argument -> problem(argument, environment).stream())
                .sorted()
                .toList();
        Optional<String> port = port(environment);
        if (port.isPresent()) {
            throw new ConfigurationException(port.get());
        }
        if (!wrong.isEmpty()) {
            throw new ConfigurationException(String.join("; ", wrong));
        }
    }

    /** Micronaut's own, but the one that everybody sets. */
    private static Optional<String> port(Environment environment) {
        String value = environment.getProperty(PORT, String.class).orElse("0").strip();
        return value.matches("-1|\\d{1,5}") && Integer.parseInt(value) <= LAST_PORT
                ? Optional.empty()
                : Optional.of("%s is '%s'; allowed is a whole number from 0, for any port that is free, to %d"
                        .formatted(PORT, value, LAST_PORT));
    }

    private static List<Argument<?>> arguments(BeanDefinition<?> settings) {
        return List.of(settings.getConstructor().getArguments());
    }

    private static Optional<String> problem(Argument<?> argument, Environment environment) {
        String name = argument.getAnnotationMetadata()
                .stringValue(Property.class, "name")
                .orElse("");
        Optional<String> value = name.isEmpty() ? Optional.empty() : environment.getProperty(name, String.class);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        ArgumentConversionContext<?> kind = ConversionContext.of(argument);
        Optional<?> converted = environment.getProperty(name, kind);
        return converted.isPresent() && kind.getLastError().isEmpty()
                ? Optional.empty()
                : Optional.of(name + " is '" + value.get() + "'; allowed is "
                        + ALLOWED.getOrDefault(argument.getType(), "another kind of value"));
    }
}
