package io.docent.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds data sets and reads them, whatever known form they have. */
public final class DataSets {

    private static final List<DataSetFormat> FORMATS =
            List.of(new Squad(), new Selqa(), new Spans(), new Dialogues(), new Canard(), new Statements());

    private DataSets() {}

    /**
     * The data sets of a file or a folder: the folder's own one, or those of its files and folders.
     *
     * @param documents folder to answer from, for questions written by hand; null where they have their own
     * @throws BadInputException where there is none
     */
    static List<DataSet> in(Path path, @Nullable Path documents) {
        if (!Files.exists(path)) {
            throw new BadInputException(path + " is not there");
        }
        if (Files.isRegularFile(path)) {
            DataSet read = file(path, stem(path), documents);
            if (read == null) {
                throw new BadInputException(
                        path + " is in no form that is known (SQuAD, SelQA, spans, dialogues,"
                                + " CANARD, labelled statements as JSON; questions as CSV or YAML; a folder in the form of BEIR)");
            }
            return List.of(read);
        }
        List<DataSet> found = folder(path, documents);
        if (found.isEmpty()) {
            throw new BadInputException(path + " has no questions in a form that is known");
        }
        return found;
    }

    private static List<DataSet> folder(Path folder, @Nullable Path documents) {
        DataSet own = own(folder, documents);
        if (own != null) {
            return List.of(own);
        }
        List<DataSet> found = new ArrayList<>();
        for (Path child : children(folder)) {
            DataSet one = Files.isDirectory(child)
                    ? own(child, documents)
                    : String.valueOf(child.getFileName()).endsWith(".json")
                            ? file(child, stem(child), documents)
                            : null;
            if (one != null) {
                found.add(one);
            }
        }
        return found;
    }

    /** The data set that a folder is as a whole. */
    private static @Nullable DataSet own(Path folder, @Nullable Path documents) {
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        if (Beir.reads(folder)) {
            return Beir.read(folder, name);
        }
        for (String questions : List.of("questions.json", "questions.csv", "questions.yaml", "questions.yml")) {
            if (Files.isRegularFile(folder.resolve(questions))) {
                return file(folder.resolve(questions), name, documents);
            }
        }
        return null;
    }

    private static @Nullable DataSet file(Path file, String name, @Nullable Path documents) {
        String fileName = String.valueOf(file.getFileName());
        if (fileName.matches(".*\\.(csv|ya?ml)")) {
            Path folder = documents == null ? file.resolveSibling("documents") : documents;
            return TeamQuestions.read(file, name, DocumentFiles.in(folder));
        }
        JsonNode json = JsonFile.read(file);
        for (DataSetFormat format : FORMATS) {
            if (format.reads(json)) {
                return format.read(file, json, name);
            }
        }
        return null;
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new BadInputException(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]+$", "").replaceFirst("\\.dialogues$", "");
    }
}
