package io.docent.channel.openapi;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/** The document and Swagger UI, which comes from the jar and asks nobody else. */
@Controller("/openapi")
@ExecuteOn(TaskExecutors.BLOCKING)
class OpenApiController {

    /** Swagger UI sets styles of its own on what it draws, and draws its icons from data. */
    static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");

    private static final String LIBRARY = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";

    private static final Map<String, String> FILES = Map.of(
            "start.js",
            "start.js",
            "page.css",
            "page.css",
            "swagger-ui.css",
            LIBRARY + "swagger-ui.css",
            "swagger-ui-bundle.js",
            LIBRARY + "swagger-ui-bundle.js");

    private static final MediaType YAML = new MediaType("application/yaml;charset=utf-8");

    private final Specification specification;

    OpenApiController(Specification specification) {
        this.specification = specification;
    }

    private static String version() {
        String path = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
        try (InputStream in = OpenApiController.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the class path has no " + path);
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    /** The document in Swagger UI. */
    @Get
    MutableHttpResponse<?> page() {
        return guarded("page.html", new MediaType("text/html;charset=utf-8"))
                .header("Content-Security-Policy", POLICY)
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Referrer-Policy", "no-referrer");
    }

    /** The document in JSON. */
    @Get("/docent.json")
    MutableHttpResponse<?> json() {
        return HttpResponse.ok(specification.json()).contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    /** The document in YAML. */
    @Get("/docent.yml")
    MutableHttpResponse<?> yaml() {
        return HttpResponse.ok(specification.yaml()).contentType(YAML);
    }

    /** A file of Swagger UI or of its page. */
    @Get("/ui/{file}")
    MutableHttpResponse<?> file(String file) {
        String resource = FILES.get(file);
        if (resource == null) {
            throw new HttpStatusException(HttpStatus.NOT_FOUND, "Swagger UI has no such file here");
        }
        MediaType type =
                new MediaType(file.endsWith(".css") ? "text/css;charset=utf-8" : "text/javascript;charset=utf-8");
        return guarded(resource, type).header("Cross-Origin-Resource-Policy", "same-origin");
    }

    private static MutableHttpResponse<?> guarded(String resource, MediaType type) {
        try (InputStream in = OpenApiController.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            return HttpResponse.ok(in.readAllBytes())
                    .contentType(type)
                    .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                    .header("X-Content-Type-Options", "nosniff");
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
    }
}
