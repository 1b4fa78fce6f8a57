package io.docent.channel.http;

import io.docent.access.AccessSettings;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The page and its files. It has nothing of the documents: those it asks the API for, like any other client. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class PageController {

    /**
     * Nothing but files of this server, and no script but those: what a document or a model writes cannot run, ask for an
     * address elsewhere, or show a form. Markup can be made from text by the sanitiser alone.
     */
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types dompurify docent-pdf-worker");

    /** A worker has a policy of its own; pdf.js decodes some images by WebAssembly. */
    private static final String WORKER_POLICY =
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Assets assets;
    private final String policy;

    PageController(Assets assets, AccessSettings settings) {
        this.assets = assets;
        this.policy = POLICY + "; frame-ancestors "
                + (settings.frameAncestors().isEmpty() ? "'none'" : String.join(" ", settings.frameAncestors()));
    }

    /** The chat. */
    @Get("/")
    MutableHttpResponse<?> chat(HttpRequest<?> request) {
        return page(request);
    }

    /** The viewer of a document; which, and what to highlight, the page reads from its address. */
    @Get("/documents/{id}")
    MutableHttpResponse<?> viewer(String id, HttpRequest<?> request) {
        KnownDocuments.id(id); // what cannot be an id is no address of a page
        return page(request);
    }

    private MutableHttpResponse<?> page(HttpRequest<?> request) {
        String tag = "W/\"" + assets.hash() + "\"";
        boolean isKnown = tag.equals(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH));
        Asset page = assets.page();
        return (isKnown ? HttpResponse.notModified() : HttpResponse.ok(page.bytes()))
                .contentType(page.type())
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header("Content-Security-Policy", policy)
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }

    /** A file of the page, kept by the browser for as long as it likes. */
    @Get("/assets/{version}/{+path}")
    MutableHttpResponse<?> file(String version, String path) {
        Asset file = assets.find(version, path)
                .orElseThrow(() -> ProblemException.notFound(
                        "this version of the page has no such file; reload the page if it was open during an update"));
        return HttpResponse.ok(file.bytes())
                .contentType(file.type())
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .header("Content-Security-Policy", WORKER_POLICY)
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }
}
