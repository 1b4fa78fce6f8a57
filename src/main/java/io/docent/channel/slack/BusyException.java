package io.docent.channel.slack;

/** There is no room even for telling that there is none: Slack may send it again later. */
final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BusyException() {
        super("there is more to do than can be taken in");
    }
}
