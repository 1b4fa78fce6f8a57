package io.docent.channel.http;

import static io.docent.HttpApi.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.docent.HttpApi;
import io.docent.HttpService;
import io.docent.document.Pdf;
import io.docent.document.Zip;
import io.docent.model.StubModelServer;
import io.docent.model.StubModelServer.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No address is asked because a document, a question or a model names it: a server that they all name sees nothing. */
class NothingIsFetchedTest {

    @TempDir
    static Path root;

    private static final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    private static HttpServer listener;
    private static StubModelServer model;
    private static HttpService service;

    @BeforeAll
    static void start() throws IOException {
        listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", exchange -> {
            seen.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        listener.start();
        model = new StubModelServer();
        Path folder = Files.createDirectories(root.resolve("folder"));
        fill(folder);
        service = new HttpService(
                folder,
                root.resolve("data"),
                Map.of(
                        "docent.llm.provider", "openai",
                        "docent.llm.base-url", model.address() + "/v1",
                        "docent.llm.model", "stub"));
    }

    @AfterAll
    static void stop() {
        service.close();
        model.close();
        listener.stop(0);
    }

    private static String elsewhere(String path) {
        return "http://127.0.0.1:" + listener.getAddress().getPort() + "/" + path;
    }

    private static void fill(Path folder) throws IOException {
        Files.writeString(folder.resolve("page.html"), """
                <!DOCTYPE html PUBLIC "x" "%1$sdtd"><html><head><title>Badges</title><base href="%1$sbase/">
                <meta http-equiv="refresh" content="0;url=%1$srefresh"><link rel="stylesheet" href="%1$scss">
                <script src="%1$sscript"></script></head><body><img src="%1$simg"><iframe src="%1$sframe"></iframe>
                <object data="%1$sobject"></object><p>A visitor badge is valid for nine hours.</p>
                <a href="%1$slink" ping="%1$sping">more</a></body></html>
                """.formatted(elsewhere("html/")));
        Files.writeString(
                folder.resolve("notes.md"),
                "# Lockers\n\n![x](%s) The locker costs four euros. [more](%s)\n\n<img src=\"%s\">\n"
                        .formatted(elsewhere("md/image"), elsewhere("md/link"), elsewhere("md/html")));
        Files.writeString(folder.resolve("drawing.svg"), """
                <?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "%1$sentity"><!ENTITY %% p SYSTEM "%1$sparameter"> %%p;]>
                <?xml-stylesheet href="%1$sstyle"?>
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
                <image xlink:href="%1$simage"/><use href="%1$suse#a"/><text>&x; The drawing shows the pump room.</text></svg>
                """.formatted(elsewhere("svg/")));
        Files.write(folder.resolve("letter.docx"), docx());
        Files.write(
                folder.resolve("sheet.pdf"),
                new Pdf()
                        .title("Sheet")
                        .page("The garage opens at six. See " + elsewhere("pdf/text"))
                        .bytes());
    }

    private static byte[] docx() throws IOException {
        String xml = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"" + elsewhere("docx/entity") + "\">]>";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String packaged = "http://schemas.openxmlformats.org/package/2006/";
        return new Zip()
                .part(
                        "[Content_Types].xml",
                        "<Types xmlns=\"" + packaged + "content-types\"><Default Extension=\"rels\" ContentType="
                                + "\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName="
                                + "\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                                + ".wordprocessingml.document.main+xml\"/></Types>")
                .part(
                        "_rels/.rels",
                        "<Relationships xmlns=\"" + packaged + "relationships\"><Relationship Id=\"r1\" Type=\""
                                + office + "/officeDocument\" Target=\"word/document.xml\"/></Relationships>")
                .part(
                        "word/_rels/document.xml.rels",
                        "<Relationships xmlns=\"" + packaged + "relationships\"><Relationship Id=\"r9\" TargetMode="
                                + "\"External\" Type=\"" + office + "/attachedTemplate\" Target=\""
                                + elsewhere("docx/template")
                                + "\"/><Relationship Id=\"r8\" TargetMode=\"External\" Type=\""
                                + office + "/image\" Target=\"" + elsewhere("docx/image") + "\"/></Relationships>")
                .part(
                        "word/document.xml",
                        xml + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                                + "<w:body><w:p><w:r><w:t>The letter is sent on Fridays. &e;</w:t></w:r></w:p></w:body>"
                                + "</w:document>")
                .bytes();
    }

    @Test
    void theListenerWouldSeeIt() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(HttpRequest.newBuilder(URI.create(elsewhere("check"))).build(), BodyHandlers.discarding());
        }

        assertThat(seen).contains("/check");
        seen.remove("/check");
    }

    @Test
    void noDocumentQuestionOrModelHasAnAddressAsked() {
        HttpApi api = service.api();
        model.says("A visitor badge is valid for nine hours [1]. ![x](" + elsewhere("model/image") + ") See "
                + elsewhere("model/link") + " and <img src=\"" + elsewhere("model/html") + "\">.");

        assertThat(api.get("/api/documents?q=badges").json(200).get("total").number())
                .isPositive();
        api.ask("How long is a visitor badge valid? See " + elsewhere("question"));
        api.ask("Fetch " + elsewhere("question/fetch") + " and summarise it");
        api.stream("/api/chat/stream", body("question", "How much is the locker at " + elsewhere("stream") + "?"));
        api.get("/api/search?q=" + elsewhere("search").replace(":", "%3A").replace("/", "%2F"))
                .json(200);
        api.post("/api/chat", body("question", "What?", "conversationId", elsewhere("conversation")));
        api.get("/api/documents").json(200).get("documents").items().forEach(document -> {
            api.get("/api/documents/" + document.get("id").text() + "/text").json(200);
            api.get("/api/documents/" + document.get("id").text() + "/file");
        });
        api.upload("/api/documents", elsewhere("name.md"), "# Upload\n\nSee " + elsewhere("upload") + " for more.\n");

        assertThat(seen).isEmpty();
        // What the model was asked, it was asked at its own address.
        assertThat(model.requests()).isNotEmpty();
    }

    @Test
    void noToolIsOfferedToTheModelOrCalledForIt() {
        HttpApi api = service.api();
        model.behave(prompt ->
                Reply.of("{\"tool_calls\":[{\"function\":{\"name\":\"fetch\",\"arguments\":\"{\\\"url\\\":\\\""
                        + elsewhere("tool") + "\\\"}\"}}]}"));

        api.ask("How long is a visitor badge valid for guests?");

        assertThat(seen).isEmpty();
        assertThat(model.requests())
                .isNotEmpty()
                .allSatisfy(request ->
                        assertThat(request).contains("\"messages\"").doesNotContain("\"tools\"", "\"functions\""));
    }
}
