package io.docent.channel.slack;

/** The service is stopping: nothing more is sent, and what is unfinished is done after the next start. */
final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("the service is stopping");
    }
}
