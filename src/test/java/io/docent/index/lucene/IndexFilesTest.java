package io.docent.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.misc.store.RAFDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFilesTest {

    private static final int DOCUMENTS = 50;

    @TempDir
    private Path folder;

    private static void write(Directory directory) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig();
        config.setUseCompoundFile(false);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (int i = 0; i < DOCUMENTS; i++) {
                Document document = new Document();
                document.add(new BinaryDocValuesField("value", new BytesRef("value " + i)));
                document.add(new StoredField("text", "text " + i));
                writer.addDocument(document);
            }
        }
    }

    @Test
    void whatIsReadInStretchesIsReadWhereItIsLargeAndAllElseIsMapped() throws IOException {
        try (Directory small = IndexFiles.open(folder)) {
            write(small);
            assertThat(reader(small, ".dvd")).isNotEqualTo(RAFDirectory.class);
            assertThat(reader(small, ".fdt")).isNotEqualTo(RAFDirectory.class);
        }
        try (Directory large = IndexFiles.open(folder, 1)) {
            assertThat(reader(large, ".dvd")).isEqualTo(RAFDirectory.class);
            assertThat(reader(large, ".fdt")).isEqualTo(RAFDirectory.class);
            assertThat(reader(large, ".dvm")).isNotEqualTo(RAFDirectory.class);
        }
    }

    private static @Nullable Class<?> reader(Directory directory, String ending) throws IOException {
        for (String name : directory.listAll()) {
            if (name.endsWith(ending)) {
                try (IndexInput input = directory.openInput(name, IOContext.DEFAULT)) {
                    return input.getClass().getEnclosingClass();
                }
            }
        }
        throw new AssertionError("no file ends with " + ending);
    }

    @Test
    void whoIsInterruptedClosesNoFileForTheOthers() throws IOException {
        try (Directory directory = IndexFiles.open(folder, 1)) {
            write(directory);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                Thread.currentThread().interrupt();
                assertAllIsRead(reader);

                assertThat(Thread.interrupted()).isTrue();
                assertAllIsRead(reader);
            }
        } finally {
            Thread.interrupted();
        }
    }

    private static void assertAllIsRead(DirectoryReader reader) throws IOException {
        BinaryDocValues values = reader.leaves().getFirst().reader().getBinaryDocValues("value");
        for (int i = 0; i < DOCUMENTS; i++) {
            assertThat(values.advanceExact(i)).isTrue();
            assertThat(values.binaryValue().utf8ToString()).isEqualTo("value " + i);
            assertThat(reader.storedFields().document(i).get("text")).isEqualTo("text " + i);
        }
    }
}
