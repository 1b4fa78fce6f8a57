package io.docent.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The documents of a folder and its folders, without hidden ones. */
final class DocumentFiles {

    private DocumentFiles() {}

    static List<Original> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadInputException(folder + " is not a folder of documents");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Original> documents = files.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(folder.relativize(file)))
                    .sorted()
                    .map(file -> Original.of(name(folder.relativize(file)), file))
                    .toList();
            if (documents.isEmpty()) {
                throw new BadInputException(folder + " has no documents");
            }
            return documents;
        } catch (IOException e) {
            throw new BadInputException(folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static String name(Path relative) {
        return relative.toString().replace('\\', '/');
    }
}
