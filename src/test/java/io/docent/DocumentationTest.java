package io.docent;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds docs/api.md and docs/configuration.md complete: what the service has is there, and what is there it has. */
class DocumentationTest {

    private static final Pattern SETTING = Pattern.compile("\\$\\{(docent[a-z.-]+):?(.*)}");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(docent\\.[a-z.-]+)` \\| `([A-Z_]+)` \\| (.+?) \\| .+\\|$");
    private static final Pattern ROUTE = Pattern.compile("(?m)^### `([A-Z]+ /[^`?]*)");

    /** Pages are for people, and what they load. */
    private static final Pattern PAGE = Pattern.compile("GET /(favicon.ico|assets/.*|documents/.*)?");

    @TempDir
    static Path root;

    private static HttpService service;
    private static String api;
    private static String configuration;

    @BeforeAll
    static void start() throws IOException {
        service = new HttpService(Files.createDirectories(root.resolve("folder")), root.resolve("data"), Map.of());
        api = Files.readString(Path.of("docs/api.md"));
        configuration = Files.readString(Path.of("docs/configuration.md"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void everyRouteIsDocumentedAndNoOther() {
        Set<String> documented = new TreeSet<>();
        for (Matcher heading = ROUTE.matcher(api); heading.find(); ) {
            documented.add(heading.group(1));
        }

        assertThat(documented).isEqualTo(routes());
    }

    private static Set<String> routes() {
        return service.context()
                .getBean(Router.class)
                .uriRoutes()
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .map(route -> route.getHttpMethodName() + " "
                        + route.getUriMatchTemplate().toPathString())
                .filter(route -> !PAGE.matcher(route).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyRouteOfTheApiHasAnExample() {
        String[] sections = api.split("(?m)^### ");

        assertThat(List.of(sections).subList(1, sections.length))
                .allSatisfy(section -> assertThat(section).contains("curl "));
    }

    @Test
    void everySettingIsDocumentedWithItsVariableAndDefaultAndNoOther() {
        Map<String, String> documented = new TreeMap<>();
        for (Matcher row = ROW.matcher(configuration); row.find(); ) {
            documented.put(row.group(1), row.group(3));
            assertThat(row.group(2)).isEqualTo(variable(row.group(1)));
        }

        Map<String, String> settings = settings();

        assertThat(settings).hasSizeGreaterThan(10).containsEntry("docent.ingest.rescan", "60s");
        assertThat(documented.keySet()).isEqualTo(settings.keySet());
        settings.forEach((name, value) ->
                assertThat(documented.get(name)).as(name).isEqualTo(value.isEmpty() ? "none" : "`" + value + "`"));
    }

    private static String variable(String setting) {
        return setting.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    /** Names and defaults of the settings that beans of ours are made with. */
    private static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        for (BeanDefinition<?> bean : service.context().getAllBeanDefinitions()) {
            if (bean.getBeanType().getPackageName().startsWith("io.docent")) {
                Arrays.stream(bean.getConstructor().getArguments()).forEach(argument -> add(argument, settings));
            }
        }
        settings.keySet().removeIf(name -> !name.startsWith("docent.") || name.startsWith("docent.test."));
        return settings;
    }

    private static void add(Argument<?> argument, Map<String, String> settings) {
        argument.getAnnotationMetadata()
                .stringValue(Property.class, "name")
                .ifPresent(name -> settings.put(
                        name,
                        argument.getAnnotationMetadata()
                                .stringValue(Bindable.class, "defaultValue")
                                .orElse("")));
        Matcher value = SETTING.matcher(
                argument.getAnnotationMetadata().stringValue(Value.class).orElse(""));
        if (value.matches()) {
            settings.put(value.group(1), value.group(2));
        }
    }
}
