package io.docent.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files whose content somebody else decides on. */
final class JsonFile {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonFile() {}

    static JsonNode read(Path file) {
        try {
            return MAPPER.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new BadInputException(
                    file + " is not JSON (line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage() + ")",
                    e);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    static String text(Path file) {
        try {
            String text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read as UTF-8 text: " + e.getMessage(), e);
        }
    }

    /** A text that has to be there. */
    static String text(JsonNode node, String field, Path file) {
        JsonNode value = node.get(field);
        if (value == null || !value.isTextual()) {
            throw new BadInputException(file + " lacks a text \"" + field + "\" in " + shortened(node));
        }
        return value.asText();
    }

    private static String shortened(JsonNode node) {
        String json = node.toString();
        return json.length() > 120 ? json.substring(0, 120) + "…" : json;
    }
}
