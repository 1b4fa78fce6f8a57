package io.docent.load;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How much is taken in at once; each 1 or more.
 *
 * @param questions that are answered
 * @param searches for passages
 * @param uploads that wait or are read and indexed
 * @param streams of how far indexing is
 * @param connections from clients
 */
@ConfigurationProperties("docent.load")
record LoadSettings(
        @Bindable(defaultValue = "256") int questions,
        @Bindable(defaultValue = "256") int searches,
        @Bindable(defaultValue = "32") int uploads,
        @Bindable(defaultValue = "256") int streams,
        @Bindable(defaultValue = "2000") int connections) {

    LoadSettings {
        check("questions", questions);
        check("searches", searches);
        check("uploads", uploads);
        check("streams", streams);
        check("connections", connections);
    }

    private static void check(String name, int value) {
        if (value < 1) {
            throw new ConfigurationException("docent.load." + name + " is " + value + "; allowed is 1 or more");
        }
    }
}
