package io.docent.load;

import jakarta.inject.Singleton;

/** The bounds of everything that clients can ask for. For any thread. */
@Singleton
public final class Load {

    /** Each has its file in memory while it is read; embedding has one thread a core anyway. */
    private static final int UPLOADS_AT_ONCE = 4;

    private final Bound questions;
    private final Bound searches;
    private final Bound uploads;
    private final Bound streams;
    private final int connections;

    Load(LoadSettings settings) {
        questions = new Bound("questions", settings.questions(), settings.questions());
        searches = new Bound("searches", settings.searches(), settings.searches());
        uploads = new Bound("uploads", settings.uploads(), UPLOADS_AT_ONCE);
        streams = new Bound("streams", settings.streams(), settings.streams());
        connections = settings.connections();
    }

    /** Questions that are answered, by whichever channel but Slack, which has a queue of its own. */
    public Bound questions() {
        return questions;
    }

    public Bound searches() {
        return searches;
    }

    public Bound uploads() {
        return uploads;
    }

    public Bound streams() {
        return streams;
    }

    /** How many clients may be connected. */
    public int connections() {
        return connections;
    }
}
