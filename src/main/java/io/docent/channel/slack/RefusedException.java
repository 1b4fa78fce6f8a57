package io.docent.channel.slack;

/** Slack says no to a call and will say no again. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String error;

    /**
     * Makes one.
     *
     * @param error in Slack's word, such as {@code channel_not_found}
     */
    RefusedException(String error) {
        super("Slack refused: " + error);
        this.error = error;
    }

    String error() {
        return error;
    }
}
