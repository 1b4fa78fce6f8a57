package io.docent.channel.slack;

import io.docent.document.DocumentId;
import io.docent.index.IndexedDocument;
import io.docent.index.PassageIndex;
import io.docent.index.PassageSearch;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is answered, where, and from which documents. For any thread. */
@Singleton
final class Scope {

    private static final int STRETCH = 1_000;

    private static final String ELSEWHERE = "*";

    private final SlackSettings settings;
    private final PassageIndex index;

    Scope(SlackSettings settings, PassageIndex index) {
        this.settings = settings;
        this.index = index;
    }

    /**
     * Why somebody is not answered, in words for them; empty where they are.
     *
     * @param askerTeam the asker's workspace or organisation
     * @param sharedWithOthers whether people of another organisation read the channel
     */
    Optional<String> refusal(
            Installation at, String channel, boolean direct, String askerTeam, boolean sharedWithOthers) {
        if (!settings.workspaces().isEmpty() && at.ids().stream().noneMatch(settings.workspaces()::contains)) {
            return Optional.of("Sorry, I am not set up to answer in this workspace.");
        }
        if (!at.ids().contains(askerTeam) && !settings.workspaces().contains(askerTeam)) {
            return Optional.of("Sorry, I answer people of my own organisation only.");
        }
        boolean named = settings.channels().contains(channel)
                || (direct && settings.channels().contains(SlackSettings.DIRECT));
        if (!settings.channels().isEmpty() && !named) {
            return Optional.of("Sorry, I am not set up to answer in this channel.");
        }
        if (sharedWithOthers && !named) {
            return Optional.of("Sorry, this channel is shared with another organisation, and I am not set up to answer"
                    + " in it.");
        }
        return Optional.empty();
    }

    /**
     * The documents that a channel is answered from.
     *
     * @return empty for all; a set of none where the settings name what is not there
     */
    Optional<Set<DocumentId>> documents(String channel, boolean direct) {
        List<String> named = named(channel);
        if (named.isEmpty() && direct) {
            named = named(SlackSettings.DIRECT);
        }
        if (named.isEmpty()) {
            named = named(ELSEWHERE);
        }
        return named.isEmpty() ? Optional.empty() : Optional.of(find(named));
    }

    private List<String> named(String channel) {
        String prefix = channel + ":";
        return settings.documents().stream()
                .filter(entry -> entry.startsWith(prefix))
                .map(entry -> entry.substring(prefix.length()).strip())
                .toList();
    }

    private Set<DocumentId> find(List<String> named) {
        Set<DocumentId> found = new HashSet<>();
        try (PassageSearch search = index.search()) {
            for (String name : named) {
                if (name.endsWith("/")) {
                    addBelow(name, search, found);
                } else {
                    DocumentId id = id(name);
                    if (id != null && search.document(id).isPresent()) {
                        found.add(id);
                    }
                }
            }
        }
        return found;
    }

    private static void addBelow(String folder, PassageSearch search, Set<DocumentId> found) {
        for (int offset = 0; ; offset += STRETCH) {
            List<IndexedDocument> stretch =
                    search.documents(folder, offset, STRETCH).documents();
            stretch.stream()
                    .filter(document -> document.source().startsWith(folder))
                    .forEach(document -> found.add(document.id()));
            if (stretch.size() < STRETCH) {
                return;
            }
        }
    }

    private static @Nullable DocumentId id(String text) {
        try {
            return new DocumentId(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * Where the app is installed.
     *
     * @param ids of the workspace and of its organisation
     */
    record Installation(Set<String> ids) {

        Installation {
            ids = Set.copyOf(ids);
        }
    }
}
