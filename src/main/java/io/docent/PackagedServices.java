package io.docent;

import io.micronaut.core.io.service.SoftServiceLoader;
import io.micronaut.core.io.service.SoftServiceLoader.StaticDefinition;
import io.micronaut.core.io.service.SoftServiceLoader.StaticServiceLoader;
import io.micronaut.core.optim.StaticOptimizations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells Micronaut which services there are, its definitions of beans among them. By itself it opens the jar as a file system
 * to walk through it, which with 70,000 entries takes a tenth of a start; the build lists them in the jar instead. For every
 * service that is asked for there is a loader, since Micronaut looks into the jar for one that has none. Safe for threads.
 */
final class PackagedServices extends AbstractMap<String, StaticServiceLoader<?>> {

    /** Each line a service, a slash and a class that provides it; written by the build into the jar alone. */
    static final String LIST = "META-INF/docent-services";

    private static final MethodHandles.Lookup PUBLIC = MethodHandles.publicLookup();
    private static final MethodType EMPTY = MethodType.methodType(void.class);

    private final ClassLoader loader = PackagedServices.class.getClassLoader();
    private final Map<String, StaticServiceLoader<?>> asked = new ConcurrentHashMap<>();
    private final Map<String, List<String>> listed = new HashMap<>();

    private PackagedServices(InputStream list) throws IOException {
        for (String line : lines(list)) {
            int slash = line.indexOf('/');
            listed.computeIfAbsent(line.substring(0, slash), service -> new ArrayList<>())
                    .add(line.substring(slash + 1));
        }
    }

    /** To be called before Micronaut is used. Where classes lie in folders there is no list, and Micronaut looks itself. */
    static void use() {
        try (InputStream list = PackagedServices.class.getClassLoader().getResourceAsStream(LIST)) {
            if (list != null) {
                StaticOptimizations.set(new SoftServiceLoader.Optimizations(new PackagedServices(list)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(LIST + " in the jar cannot be read", e);
        }
    }

    @Override
    public boolean containsKey(Object service) {
        return true;
    }

    @Override
    public StaticServiceLoader<?> get(Object service) {
        return asked.computeIfAbsent((String) service, this::find);
    }

    /** Those that were asked for. */
    @Override
    public Set<Entry<String, StaticServiceLoader<?>>> entrySet() {
        return Collections.unmodifiableMap(asked).entrySet();
    }

    private Providers find(String service) {
        Set<String> names = new LinkedHashSet<>();
        try {
            for (URL file : Collections.list(loader.getResources("META-INF/services/" + service))) {
                try (InputStream in = file.openStream()) {
                    names.addAll(lines(in));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("who provides " + service + " cannot be read", e);
        }
        names.addAll(listed.getOrDefault(service, List.of()));
        return new Providers(loader, List.copyOf(names));
    }

    /** As java.util.ServiceLoader reads them: comments and empty lines say nothing. */
    private static List<String> lines(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.indexOf('#') < 0
                        ? line.strip()
                        : line.substring(0, line.indexOf('#')).strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** The classes that provide a service; one that is for a library that is not here is passed over, as Micronaut does. */
    private record Providers(ClassLoader loader, List<String> names) implements StaticServiceLoader<Object> {

        @Override
        public Stream<StaticDefinition<Object>> findAll(Predicate<String> condition) {
            return names.stream().filter(condition).map(this::definition).filter(Objects::nonNull);
        }

        @Override
        public List<Object> load(Predicate<String> condition, @Nullable Predicate<Object> predicate) {
            List<Object> services = new ArrayList<>(names.size());
            for (String name : names) {
                Object service = condition.test(name) ? instance(name) : null;
                if (service != null && (predicate == null || predicate.test(service))) {
                    services.add(service);
                }
            }
            return services;
        }

        @SuppressWarnings("unchecked")
        private @Nullable StaticDefinition<Object> definition(String name) {
            try {
                return StaticDefinition.of(name, (Class<Object>) Class.forName(name, false, loader));
            } catch (ClassNotFoundException | NoClassDefFoundError e) {
                return null;
            }
        }

        private @Nullable Object instance(String name) {
            try {
                return PUBLIC.findConstructor(Class.forName(name, false, loader), EMPTY)
                        .invoke();
            } catch (ReflectiveOperationException | NoClassDefFoundError e) {
                return null;
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(name, e);
            }
        }
    }
}
