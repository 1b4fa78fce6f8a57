package io.docent.answer;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How answers of a language model are dealt with.
 *
 * @param unsupported {@code mark} or {@code drop}: what becomes of sentences that the documents do not bear out
 * @param cache how long an answer is given again to the same question over the same passages; 0s for never
 * @param prompts folder with prompts that stand in for those that Docent brings; null for none
 */
@ConfigurationProperties("docent.answer")
record AnswerSettings(
        @Bindable(defaultValue = "mark") String unsupported,
        @Bindable(defaultValue = "10m") Duration cache,
        @Nullable String prompts) {

    AnswerSettings {
        unsupported = unsupported.strip().toLowerCase(Locale.ROOT);
        prompts = prompts == null || prompts.isBlank() ? null : prompts.strip();
        if (!unsupported.equals("mark") && !unsupported.equals("drop")) {
            throw new ConfigurationException(
                    "docent.answer.unsupported is '" + unsupported + "'; allowed is mark or drop");
        }
        if (cache.isNegative()) {
            throw new ConfigurationException("docent.answer.cache is '" + cache + "'; allowed is 0s or more");
        }
        if (prompts != null && !Files.isDirectory(Path.of(prompts))) {
            throw new ConfigurationException("docent.answer.prompts is '" + prompts + "'; allowed is a folder");
        }
    }

    boolean drops() {
        return unsupported.equals("drop");
    }
}
