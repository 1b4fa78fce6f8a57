package io.docent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the table of rooms of docs/architecture.md: a room imports only rooms above it. */
class ArchitectureTest {

    private static final String ROOT = "io.docent";

    /** From above to below. */
    private static final List<String> ROOMS = List.of(
            "data",
            "measure",
            "load",
            "document",
            "passage",
            "model",
            "claim",
            "index",
            "ingest",
            "retrieval",
            "answer",
            "history",
            "chat",
            "access",
            "evaluation",
            "channel",
            "migration",
            "command");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new WithoutGenerated())
            .importPackages(ROOT);

    @Test
    void everyPackageIsARoom() {
        Set<String> rooms = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.equals(ROOT))
                .map(name -> name.substring(ROOT.length() + 1).split("\\.")[0])
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(ROOMS).containsAll(rooms);
    }

    @Test
    void aRoomImportsOnlyRoomsAboveIt() {
        for (int i = 0; i < ROOMS.size(); i++) {
            for (String below : ROOMS.subList(i + 1, ROOMS.size())) {
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + "." + ROOMS.get(i) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(ROOT + "." + below + "..")
                        .allowEmptyShould(true)
                        .check(CLASSES);
            }
        }
    }

    @Test
    void theRuleOfTheRoomsCanFail() {
        ArchRule wrong = noClasses()
                .that()
                .resideInAPackage("io.docent.chat..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.docent.answer..");

        assertThatThrownBy(() -> wrong.check(CLASSES)).isInstanceOf(AssertionError.class);
    }

    @Test
    void adaptersDoNotKnowEachOther() {
        SlicesRuleDefinition.slices()
                .matching("io.docent.channel.(*)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
        SlicesRuleDefinition.slices()
                .matching("io.docent.index.(*)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    @Test
    void nobodyImportsAnAdapterOfTheIndex() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.docent.index.lucene..", "io.docent.index.opensearch..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.docent.index.lucene..", "io.docent.index.opensearch..")
                .check(CLASSES);
    }

    @Test
    void librariesStayInTheirRooms() {
        onlyIn("org.apache.lucene..", "io.docent.index.lucene..");
        onlyIn("org.opensearch..", "io.docent.index.opensearch..");
        onlyIn("org.apache.hc..", "io.docent.index.opensearch..");
        onlyIn("org.apache.tika..", "io.docent.document..");
        onlyIn("org.apache.pdfbox..", "io.docent.document..");
        onlyIn("org.apache.poi..", "io.docent.document..");
        onlyIn("org.jsoup..", "io.docent.document..");
        onlyIn("org.commonmark..", "io.docent.document..", "io.docent.channel.slack..");
        onlyIn("com.slack.api..", "io.docent.channel.slack..");
        onlyIn("io.modelcontextprotocol..", "io.docent.channel.mcp..");
        onlyIn("com.google.gson..", "io.docent.channel.slack..");
        onlyIn("okhttp3..", "io.docent.channel.slack..");
        onlyIn("ai.onnxruntime..", "io.docent.model..");
        onlyIn("io.micronaut.data..", "io.docent.history..", "io.docent.claim..", "io.docent.ingest..");
        onlyIn("io.micronaut.http..", "io.docent.channel..", "io.docent.access..");
    }

    private static void onlyIn(String library, String... rooms) {
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    @Test
    void noPackageIsNamedAfterNothing() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..service..", "..dto..", "..util..", "..utils..", "..common..", "..impl..", "..helper..")
                .check(CLASSES);
        noClasses().should().haveSimpleNameEndingWith("Impl").check(CLASSES);
        noClasses().should().haveSimpleNameEndingWith("Utils").check(CLASSES);
    }

    @Test
    void nothingStandsInTheRootButTheStart() {
        classes()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .notBePublic()
                .orShould()
                .be(Application.class)
                .check(CLASSES);
    }

    /** What Micronaut's processors make follows other rules. */
    private static final class WithoutGenerated implements ImportOption {

        private static final Pattern GENERATED = Pattern.compile(
                ".*/(\\$|Serde)[^/]*\\.class|.*\\$\\$?(Definition|Introspection|Intercepted)[^/]*\\.class");

        @Override
        public boolean includes(Location location) {
            return !location.matches(GENERATED);
        }
    }
}
