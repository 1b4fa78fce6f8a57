package io.docent.answer;

import io.micronaut.context.exceptions.ConfigurationException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The prompts: those in the jar, or those of the folder that {@code docent.answer.prompts} names. Immutable. */
@Singleton
public final class Prompts {

    private final Prompt answer;
    private final Prompt standalone;

    Prompts(AnswerSettings settings) {
        this.answer = read("answer.md", settings, Set.of("passages", "question", "not_found"));
        this.standalone = read("standalone.md", settings, Set.of("conversation", "question"));
    }

    /** Writes an answer from passages. */
    public Prompt answer() {
        return answer;
    }

    /** Makes a follow-up question stand alone. */
    public Prompt standalone() {
        return standalone;
    }

    private static Prompt read(String name, AnswerSettings settings, Set<String> variables) {
        String folder = settings.prompts();
        Path own = folder == null ? null : Path.of(folder, name);
        if (own == null || !Files.isRegularFile(own)) {
            return Prompt.read(name, packed(name), variables);
        }
        try {
            return Prompt.read(own.toString(), Files.readString(own), variables);
        } catch (CharacterCodingException e) {
            throw new ConfigurationException("prompt " + own + " is not UTF-8", e);
        } catch (IOException e) {
            throw new ConfigurationException("prompt " + own + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String packed(String name) {
        try (InputStream file = Prompts.class.getResourceAsStream("/prompts/" + name)) {
            if (file == null) {
                throw new IllegalStateException("prompts/" + name + " is missing from the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("prompts/" + name + " cannot be read", e);
        }
    }
}
