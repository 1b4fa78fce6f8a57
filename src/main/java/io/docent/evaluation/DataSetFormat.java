package io.docent.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/** A form in which data sets are published, one JSON file each. */
interface DataSetFormat {

    /** Whether a file has this form. */
    boolean reads(JsonNode json);

    /**
     * Reads a file of this form.
     *
     * @param name of the data set
     * @throws BadInputException where the file does not keep to its form; the message names the file
     */
    DataSet read(Path file, JsonNode json, String name);
}
