package io.docent.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.docent.document.DocumentId;
import io.docent.index.IndexedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What of a folder is indexed, and what is made of changes in it. */
class FolderScanTest extends FolderScans {

    FolderScanTest() {}

    @Test
    void indexesTheFilesOfTheFolderAndOfThoseInIt() throws InterruptedException {
        house.write("a.md", "# Cats\n\nThey sleep.");
        house.write("deep/down/b.txt", "Dogs bark.");

        FolderScan.Outcome outcome = house.scan();

        assertThat(outcome).isEqualTo(new FolderScan.Outcome(2, 0, 0));
        assertThat(house.sources()).containsExactly("a.md", "deep/down/b.txt");
        assertThat(house.document("a.md").title()).isEqualTo("Cats");
        assertThat(house.text("deep/down/b.txt")).isEqualTo("Dogs bark.");
    }

    @Test
    void embedsNothingAgainThatHasNotChanged() throws InterruptedException, IOException {
        Path file = house.write("a.txt", "Cats sleep.");
        house.scan();
        int before = house.embedded();
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(30)));

        FolderScan.Outcome touched = house.scan();
        reopen();
        FolderScan.Outcome afterAReopen = house.scan();

        assertThat(before).isEqualTo(1);
        assertThat(touched.changed()).isFalse();
        assertThat(afterAReopen.changed()).isFalse();
        assertThat(house.embedded()).isZero();
        assertThat(house.sources()).containsExactly("a.txt");
    }

    @Test
    void replacesAChangedDocumentWhole() throws InterruptedException {
        house.write("a.md", "# One\n\nCats sleep.\n\n# Two\n\nDogs bark.");
        house.scan();
        DocumentId id = house.document("a.md").id();
        house.write("a.md", "Birds sing.");

        house.scan();

        assertThat(house.document("a.md").id()).isEqualTo(id);
        assertThat(house.passages(id)).containsExactly("Birds sing.");
        assertThat(house.text("a.md")).isEqualTo("Birds sing.");
    }

    @Test
    void seesAChangeThatLeftSizeAndTimeAsTheyWere() throws InterruptedException, IOException {
        Instant now = Instant.now();
        Files.setLastModifiedTime(house.write("a.txt", "Cats sleep."), FileTime.from(now));
        house.scan();
        Files.setLastModifiedTime(house.write("a.txt", "Cats sneak."), FileTime.from(now));

        house.scan();

        assertThat(house.text("a.txt")).isEqualTo("Cats sneak.");
    }

    @Test
    void removesWhatIsGone() throws InterruptedException, IOException {
        house.write("a.txt", "Cats sleep.");
        house.write("b.txt", "Dogs bark.");
        house.scan();
        house.delete("a.txt");

        FolderScan.Outcome outcome = house.scan();

        assertThat(outcome.removed()).isEqualTo(1);
        assertThat(house.sources()).containsExactly("b.txt");
    }

    @Test
    void keepsTheIdOfARenamedFileAndEmbedsNothing() throws InterruptedException, IOException {
        house.write("a.txt", "Cats sleep.\n\nAll day.");
        house.write("other.txt", "Dogs bark.");
        house.scan();
        IndexedDocument before = house.document("a.txt");
        int embedded = house.embedded();
        house.move("a.txt", "deep/b.txt");

        FolderScan.Outcome outcome = house.scan();

        assertThat(outcome).isEqualTo(new FolderScan.Outcome(0, 1, 0));
        assertThat(house.embedded()).isEqualTo(embedded);
        IndexedDocument after = house.document("deep/b.txt");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(house.text("deep/b.txt")).isEqualTo("Cats sleep.\n\nAll day.");
        assertThat(house.sources()).containsExactly("deep/b.txt", "other.txt");
    }

    @Test
    void aNewFileOfAnOldNameIsAnotherDocument() throws InterruptedException, IOException {
        house.write("a.txt", "Cats sleep.");
        house.scan();
        DocumentId cats = house.document("a.txt").id();
        house.move("a.txt", "b.txt");
        house.write("a.txt", "Dogs bark.");
        // Renamed and written over between two looks: by name it is a change, and the old text is under a new one.
        house.scan();
        house.scan();

        assertThat(house.text("a.txt")).isEqualTo("Dogs bark.");
        assertThat(house.text("b.txt")).isEqualTo("Cats sleep.");
        assertThat(house.document("a.txt").id()).isEqualTo(cats);
        assertThat(house.document("b.txt").id()).isNotEqualTo(cats);
    }

    @Test
    void readsAFileAnewThatIsRenamedToAnotherKind() throws InterruptedException, IOException {
        house.write("notes.txt", "Intro\n\n## Cats\n\nThey *sleep*.");
        house.scan();
        DocumentId id = house.document("notes.txt").id();
        house.move("notes.txt", "notes.md");

        house.scan();

        assertThat(house.document("notes.md").id()).isEqualTo(id);
        assertThat(house.document("notes.md").mediaType()).isEqualTo("text/markdown");
        assertThat(house.text("notes.md")).contains("They sleep.");
    }

    @Test
    void keepsTwoFilesOfOneNameApart() throws InterruptedException, IOException {
        house.write("a/readme.md", "The same text.");
        house.write("b/readme.md", "The same text.");
        house.scan();
        DocumentId a = house.document("a/readme.md").id();
        DocumentId b = house.document("b/readme.md").id();
        house.move("b/readme.md", "c/readme.md");

        house.scan();

        assertThat(a).isNotEqualTo(b);
        assertThat(house.document("a/readme.md").id()).isEqualTo(a);
        assertThat(house.document("c/readme.md").id()).isEqualTo(b);
        assertThat(house.sources()).containsExactly("a/readme.md", "c/readme.md");
    }

    @Test
    void takesWhatIsIncludedAndNotExcluded() throws InterruptedException {
        house.write("top.md", "One.");
        house.write("deep/inner.md", "Two.");
        house.write("deep/inner.txt", "Three.");
        house.write("deep/drafts/draft.md", "Four.");
        house.write("node_modules/x/readme.md", "Five.");
        reopen(
                "docent.ingest.include", "**/*.md",
                "docent.ingest.exclude", "**/drafts,**/node_modules/**");

        house.scan();

        assertThat(house.sources()).containsExactly("deep/inner.md", "top.md");
    }

    @Test
    void forgetsWhatIsExcludedLater() throws InterruptedException {
        house.write("a.md", "One.");
        house.write("b.txt", "Two.");
        house.scan();
        reopen("docent.ingest.exclude", "*.txt");

        house.scan();

        assertThat(house.sources()).containsExactly("a.md");
    }

    @Test
    void leavesHiddenFilesAndFoldersOut() throws InterruptedException {
        house.write(".secret.txt", "One.");
        house.write(".git/config.txt", "Two.");
        house.write("seen.txt", "Three.");

        house.scan();

        assertThat(house.sources()).containsExactly("seen.txt");
    }

    @Test
    void followsLinksWithinTheFolderOnceAndNoneOutOfIt() throws InterruptedException, IOException {
        Path outside = Files.createDirectories(place.resolve("outside"));
        Files.writeString(outside.resolve("secret.txt"), "Secret.");
        house.write("real/a.txt", "Cats sleep.");
        Files.createSymbolicLink(house.folder().resolve("real/loop"), house.folder());
        Files.createSymbolicLink(house.folder().resolve("self"), Path.of("self"));
        Files.createSymbolicLink(house.folder().resolve("out"), outside);
        Files.createSymbolicLink(house.folder().resolve("dangling"), Path.of("nowhere"));
        Files.createSymbolicLink(house.folder().resolve("copy.txt"), Path.of("real/a.txt"));
        house.write("outer.txt", "Dogs bark.");
        house.scan();
        house.delete("outer.txt");

        house.scan();

        assertThat(house.sources()).containsExactly("copy.txt", "real/a.txt");
        assertThat(house.failures())
                .hasSize(1)
                .hasEntrySatisfying("out", reason -> assertThat(reason).contains("leads out of the folder"));
    }

    @Test
    void takesAnyFileName() throws InterruptedException {
        Set<String> names = Set.of(
                "new\nline.txt",
                "quote\"s' and `ticks`.txt",
                "Größe — 漢字 😀.txt",
                "back\\slash.txt",
                "*?[glob]{x}.txt",
                " space .txt",
                "right\u202Eto left.txt",
                "x".repeat(251) + ".txt");
        names.forEach(name -> house.write(name, "Text of it."));

        house.scan();

        assertThat(house.sources()).containsExactlyInAnyOrderElementsOf(names);
        assertThat(house.documents())
                .extracting(IndexedDocument::title)
                .allSatisfy(title -> assertThat(title).isNotBlank().doesNotContain("\n"));
    }
}
